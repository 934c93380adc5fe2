/**
 * A word of a query or a text as search compares it.
 * @param word as typed: quotes, brackets and other marks at its ends fall away
 * @returns lower case; empty when nothing but marks is left
 */
export function plainWord(word: string): string {
  if (/^[A-Za-z\d]+$/.test(word)) return word.toLowerCase();
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

/** What stands between words: blanks, quotes, brackets, and marks that join no identifier. */
export const BETWEEN = /[\s"'“”‘’()[\]{}<>,;:=|]+/;

/**
 * A line as its words alone: what a terminal prints around them differs from one to the next.
 * @param text any text
 * @returns its plain words in order
 */
export const plainWords = (text: string): string[] =>
  text.split(BETWEEN).map(plainWord).filter(Boolean);

/**
 * The parts of what is joined: `apps` and `v1` of `apps/v1`, `image` and `pull` of `imagePull`.
 * @param word as written, its capitals kept
 * @returns plain words; none for a word that is one part
 */
export function partsOf(word: string): string[] {
  if (!/[_./=:-]|[a-z\d][A-Z]/.test(word)) return [];
  const parts = word
    .split(/[_./=:-]+|(?<=[a-z\d])(?=[A-Z])/)
    .map(plainWord)
    .filter((part) => part.length > 1);
  return parts.length > 1 ? parts : [];
}

/**
 * A word as it is compared: without the ending of a plural, and spelt as Americans do, so that
 * `probes` and `probe`, `unauthorised` and `unauthorized` are one.
 * @param word a plain word
 */
export function base(word: string): string {
  if (word.length < 4) return word;
  const american = !word.includes("is")
    ? word
    : word.replace(/([a-z]{4})is(e[drs]?|ing|ations?)$/, "$1iz$2");
  if (!american.endsWith("s") || /(?:ss|us|is)$/.test(american)) return american;
  return american.endsWith("ies") ? `${american.slice(0, -3)}y` : american.slice(0, -1);
}

/**
 * What a word of English may be made from: `upload` for `uploaded`, `shut` for `shutting`.
 * @param word a plain word
 * @returns the word without its ending; itself where that would leave too little
 */
export function stem(word: string): string {
  const cut = word.replace(/(?:ing|ed|es|s|ly)$/, "");
  if (cut.length < 4 || cut === word) return word;
  return cut.replace(/([bdgmnprt])\1$/, "$1");
}

/**
 * Counts the words of texts: whole, as `apps/v1`, and in parts, as `apps` and `v1`.
 * @param texts one for each place
 * @returns number of texts by word
 */
export function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const found = new Set<string>();
    for (const word of text.split(BETWEEN)) {
      for (const one of [plainWord(word), ...partsOf(word)]) if (one.length > 1) found.add(one);
    }
    for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
