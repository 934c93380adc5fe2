/**
 * An expression that finds words in a text, each at the start of a word and with any ending.
 * @param words as typed
 * @returns undefined when every word has only one character
 */
export function textMatcher(words: readonly string[]): RegExp | undefined {
  const long = words.filter((word) => word.length > 1);
  if (long.length === 0) return undefined;
  // Plural and verb endings differ between what is typed and what is written.
  const stems = long.map((word) => (word.length > 4 ? word.replace(/(?:es|s|ed|ing)$/, "") : word));
  const escaped = stems
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})[\\p{L}\\p{N}]*`, "giu");
}
