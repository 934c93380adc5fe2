/**
 * The expression that finds the words of a search in a text, at the beginning of a word.
 * @param words as typed; marks in them are taken as they are
 * @returns undefined when no word is long enough to tell anything
 */
export function matcherOf(words: readonly string[]): RegExp | undefined {
  const telling = words.filter((word) => word.length > 1);
  if (telling.length === 0) return undefined;
  // The ends of plurals and verbs differ between what is typed and what is written.
  const stems = telling.map((word) =>
    word.length > 4 ? word.replace(/(?:es|s|ed|ing)$/, "") : word,
  );
  const escaped = stems
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})[\\p{L}\\p{N}]*`, "giu");
}
