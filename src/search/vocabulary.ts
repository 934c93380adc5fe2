import { allowedSlips, slipsBetween } from "./nearest.ts";
import { partsOf } from "./words.ts";

/** The words that the site's places have. */
export interface Vocabulary {
  /** In the order of code units. */
  words: readonly string[];
  /** Number of places by word. */
  counts: ReadonlyMap<string, number>;
  /** Number of places in all. */
  total: number;
}

/**
 * Makes counted words ready to be looked up.
 * @param counts number of places by word, in the order of code units
 * @param total number of places in all
 */
export const vocabularyOf = (counts: ReadonlyMap<string, number>, total: number): Vocabulary => ({
  words: [...counts.keys()],
  counts,
  total,
});

/** Index of the first word that is not before the given one. */
function indexFrom(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether the site has a word, or one that begins with it: who types it may be on the way there.
 * @param vocabulary the site's words
 * @param word a plain word
 */
export const isKnown = ({ words }: Vocabulary, word: string): boolean =>
  words[indexFrom(words, word)]?.startsWith(word) ?? false;

/**
 * The parts of a joined word, where the site has each of them.
 * @param vocabulary the site's words
 * @param word as typed
 * @returns plain words; undefined for a word of one part, or with a part that nobody wrote
 */
export function knownParts(vocabulary: Vocabulary, word: string): string[] | undefined {
  const parts = partsOf(word);
  return parts.length > 1 && parts.every((part) => isKnown(vocabulary, part)) ? parts : undefined;
}

/**
 * How much a word tells: the more, the fewer places have it (inverse document frequency).
 * @param vocabulary the site's words
 * @param word a plain word; the beginning of one tells as much as the commonest that begins so
 * @returns about 0.1 for a word that nearly all places have, above 6 for one that one place has
 */
export function tells(vocabulary: Vocabulary, word: string): number {
  const { words, counts, total } = vocabulary;
  let count = counts.get(word) ?? 0;
  if (count === 0) {
    for (let at = indexFrom(words, word); words[at]?.startsWith(word); at += 1) {
      count = Math.max(count, counts.get(words[at] ?? "") ?? 0);
    }
  }
  return Math.log(1 + total / (1 + count));
}

/**
 * The site's words that a word may have been meant for.
 * @param vocabulary the site's words
 * @param word a plain word that is not known
 * @param limit most words wanted
 * @param unfinished whether the reader may still be typing it: then the beginnings of longer words
 *   count too
 * @returns nearest first, of those equally near the one that more places have
 */
export function nearestWords(
  vocabulary: Vocabulary,
  word: string,
  limit: number,
  unfinished = false,
): string[] {
  const allowed = allowedSlips(word.length);
  if (allowed === 0) return [];
  const found: { known: string; slips: number; places: number }[] = [];
  for (const [known, places] of vocabulary.counts) {
    if (known.length < 3 || /[\d/.]/.test(known)) continue;
    // Few misspell how a word begins, but for a letter left out or swapped.
    const start = known.startsWith(word.charAt(0)) ? 0 : 0.5;
    if (start > 0 && !word.startsWith(known.charAt(1)) && !word.startsWith(known.charAt(0), 1)) {
      continue;
    }
    let slips = slipsBetween(word, known, allowed);
    if (unfinished && start === 0 && known.length > word.length && slips > 1) {
      // A beginning is less sure than a whole word. It may be a letter longer than what was typed.
      const beginnings = [0, 1].map((more) => known.slice(0, word.length + more));
      const least = Math.min(...beginnings.map((one) => slipsBetween(word, one, allowed - 1)));
      slips = Math.min(slips, least + 0.25);
    }
    if (slips <= allowed) found.push({ known, slips: slips + start, places });
  }
  found.sort((a, b) => a.slips - b.slips || b.places - a.places);
  return found.slice(0, limit).map(({ known }) => known);
}
