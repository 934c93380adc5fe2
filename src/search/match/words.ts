/** A word without quotes, brackets and other punctuation at its ends; may be empty. */
export const trimWord = (word: string): string =>
  word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/**
 * A word in the form in which words are looked up: lower case, without quotes, brackets and other
 * punctuation at its ends. Empty when nothing else is left.
 */
export function normalizeWord(word: string): string {
  if (/^[A-Za-z\d]+$/.test(word)) return word.toLowerCase();
  return trimWord(word).toLowerCase();
}

/** What separates words: whitespace, quotes, brackets, and punctuation that joins no identifier. */
export const WORD_SEPARATOR = /[\s"'“”‘’()[\]{}<>,;:=|]+/;

/** The normalized words of a text in order. */
export const splitWords = (text: string): string[] =>
  text.split(WORD_SEPARATOR).map(normalizeWord).filter(Boolean);

/**
 * The normalized parts of a compound: `apps` and `v1` of `apps/v1`, `image` and `pull` of
 * `imagePull`; none for a simple word.
 * @param word with its capitals, which show where a new part starts
 */
export function splitCompound(word: string): string[] {
  if (!/[_./=:-]|[a-z\d][A-Z]/.test(word)) return [];
  const parts = word
    .split(/[_./=:-]+|(?<=[a-z\d])(?=[A-Z])/)
    .map(normalizeWord)
    .filter((part) => part.length > 1);
  return parts.length > 1 ? parts : [];
}

/**
 * A normalized word without its plural ending and in American spelling, so that `probes` and
 * `probe`, `unauthorised` and `unauthorized` compare as equal.
 */
export function baseForm(word: string): string {
  if (word.length < 4) return word;
  const american = !word.includes("is")
    ? word
    : word.replace(/([a-z]{4})is(e[drs]?|ing|ations?)$/, "$1iz$2");
  if (!american.endsWith("s") || /(?:ss|us|is)$/.test(american)) return american;
  return american.endsWith("ies") ? `${american.slice(0, -3)}y` : american.slice(0, -1);
}

/**
 * A normalized word without its inflection: `upload` for `uploaded`, `shut` for `shutting`. The
 * word itself when fewer than four letters would be left.
 */
export function stem(word: string): string {
  const cut = word.replace(/(?:ing|ed|es|s|ly)$/, "");
  if (cut.length < 4 || cut === word) return word;
  return cut.replace(/([bdgmnprt])\1$/, "$1");
}

/** Counts in how many texts each word occurs, whole (`apps/v1`) and in parts (`apps`, `v1`). */
export function documentFrequencies(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const known = new Map<string, string[]>();
  for (const text of texts) {
    const found = new Set<string>();
    for (const word of text.split(WORD_SEPARATOR)) {
      const all = known.get(word) ?? [normalizeWord(word), ...splitCompound(word)];
      known.set(word, all);
      for (const one of all) if (one.length > 1) found.add(one);
    }
    for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
