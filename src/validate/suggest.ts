import { editDistance } from "../text/edit-distance.ts";

/**
 * The word that was probably meant.
 * @param word what was written
 * @param known what may be written
 * @returns the nearest known word; undefined when none is close
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  // A key of a thousand letters is not a misspelling, and takes long to compare.
  if (word.length > 64) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** `did you mean "replicas"?`, or undefined when nothing is close. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const best = nearestWord(word, known);
  return best === undefined ? undefined : `did you mean "${best}"?`;
}
