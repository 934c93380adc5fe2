import { editDistance } from "../../text/edit-distance.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { splitCompound } from "./words.ts";

/** The words that the site's places have. */
export interface Vocabulary {
  /** In the order of code units. */
  words: readonly string[];
  /** Number of places by word. */
  counts: ReadonlyMap<string, number>;
  /** Number of places in all. */
  total: number;
}

/** @param counts number of places by word, in the order of code units */
export const vocabularyOf = (counts: ReadonlyMap<string, number>, total: number): Vocabulary => ({
  words: [...counts.keys()],
  counts,
  total,
});

/** Index of the first word that does not sort before the given one. */
function lowerBound(words: readonly string[], word: string): number {
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
 * The first word of the full-text index that starts with the given one: the word itself where the
 * index has it.
 */
export function firstIndexedWord({ words }: Vocabulary, start: string): string | undefined {
  for (let at = lowerBound(words, start); words[at]?.startsWith(start); at += 1) {
    if (!STOP_WORDS.has(words[at] ?? "")) return words[at];
  }
  return undefined;
}

/** Whether the site has this word or one that starts with it, which the reader may be typing. */
export const hasWordStartingWith = ({ words }: Vocabulary, word: string): boolean =>
  words[lowerBound(words, word)]?.startsWith(word) ?? false;

/** The parts of a compound as typed; undefined for a simple word or when the site lacks a part. */
export function knownCompoundParts(vocabulary: Vocabulary, word: string): string[] | undefined {
  const parts = splitCompound(word);
  return parts.length > 1 && parts.every((part) => hasWordStartingWith(vocabulary, part))
    ? parts
    : undefined;
}

/**
 * Inverse document frequency of a normalized word: about 0.1 when nearly all places have it, above
 * 6 when one has it. A prefix counts as the most frequent word that starts with it.
 */
export function inverseDocumentFrequency(vocabulary: Vocabulary, word: string): number {
  const { words, counts, total } = vocabulary;
  let count = counts.get(word) ?? 0;
  if (count === 0) {
    for (let at = lowerBound(words, word); words[at]?.startsWith(word); at += 1) {
      count = Math.max(count, counts.get(words[at] ?? "") ?? 0);
    }
  }
  return Math.log(1 + total / (1 + count));
}

const caches = new WeakMap<Vocabulary, Map<string, number>>();

/** The inverse document frequency of words that are compared again and again. */
export function cachedIdf(vocabulary: Vocabulary): (word: string) => number {
  const known = caches.get(vocabulary) ?? new Map<string, number>();
  caches.set(vocabulary, known);
  return (word) => {
    const idf = known.get(word) ?? inverseDocumentFrequency(vocabulary, word);
    known.set(word, idf);
    return idf;
  };
}

/**
 * How many edits a misspelt word of some length may be away from the word that was meant. None in
 * the shortest words, where each other letter makes another word.
 */
export function maxEdits(length: number): number {
  if (length < 4) return 0;
  if (length < 8) return 1;
  return length < 12 ? 2 : 3;
}

/**
 * Spelling suggestions: the site's words within maxEdits of an unknown word.
 * @param unfinished the reader may still be typing the word: prefixes of longer words count too
 * @returns nearest first, of those equally near the more frequent one
 */
export function nearestWords(
  vocabulary: Vocabulary,
  word: string,
  limit: number,
  unfinished = false,
): string[] {
  const allowed = maxEdits(word.length);
  if (allowed === 0) return [];
  const found: { known: string; distance: number; places: number }[] = [];
  for (const [known, places] of vocabulary.counts) {
    if (known.length < 3 || STOP_WORDS.has(known) || /[\d/.]/.test(known)) continue;
    // Few misspell the first letter, except by leaving it out or swapping it with the second.
    const penalty = known.startsWith(word.charAt(0)) ? 0 : 0.5;
    if (penalty > 0 && !word.startsWith(known.charAt(1)) && !word.startsWith(known.charAt(0), 1)) {
      continue;
    }
    let distance = editDistance(word, known, allowed);
    if (unfinished && penalty === 0 && known.length > word.length && distance > 1) {
      // A prefix is a weaker match than a whole word. It may be one letter longer than what was typed.
      const prefixes = [0, 1].map((more) => known.slice(0, word.length + more));
      const least = Math.min(...prefixes.map((one) => editDistance(word, one, allowed - 1)));
      distance = Math.min(distance, least + 0.25);
    }
    if (distance <= allowed) found.push({ known, distance: distance + penalty, places });
  }
  found.sort((a, b) => a.distance - b.distance || b.places - a.places);
  return found.slice(0, limit).map(({ known }) => known);
}
