import type { Name } from "./name-similarity.ts";
import type { ParsedQuery } from "./query.ts";
import { baseForm, normalizeWord, splitCompound, WORD_SEPARATOR } from "./words.ts";

/** The words of a query in their order, to look names up in. */
export interface QueryPositions {
  /** Positions of each word in its base form, ascending; a part of a compound has its position. */
  positions: ReadonlyMap<string, readonly number[]>;
}

/** Reads the words of a query, misspelt ones as corrected. */
export function readQueryPositions(query: string, { corrections }: ParsedQuery): QueryPositions {
  const corrected = new Map(corrections.map(({ typed, used }) => [normalizeWord(typed), used]));
  const positions = new Map<string, number[]>();
  const words = query.split(WORD_SEPARATOR).filter((word) => normalizeWord(word) !== "");
  for (const [at, written] of words.entries()) {
    const word = normalizeWord(written);
    for (const one of [corrected.get(word) ?? word, ...splitCompound(written)]) {
      const base = baseForm(one);
      const known = positions.get(base);
      if (known) known.push(at);
      else positions.set(base, [at]);
    }
  }
  return { positions };
}

/** Whether a query has a word, in any form, or part of a compound. */
export const hasWord = ({ positions }: QueryPositions, word: string): boolean =>
  positions.has(baseForm(normalizeWord(word)));

/** From this sum of inverse document frequencies on, a name identifies a case beyond doubt. */
const IDENTIFYING_IDF = 22;

/** Below this sum, finding all words of a name says nothing: `Error`. */
const TELLING_IDF = 4.5;

/** Share of a message's weight that has to be found, since versions word messages differently. */
const MIN_SHARE = 0.72;

/** Most words of a query between two neighbouring words of a message. */
const MAX_GAP = 14;

/** Weight of the heaviest run of a message's words that the query has in the same order. */
function orderedWeight(
  { positions }: QueryPositions,
  bases: readonly string[],
  weights: readonly number[],
): number {
  let best = 0;
  /** Heaviest run that ends at a position of the query, and of which word of the message. */
  const runs: { at: number; weight: number }[] = [];
  for (const [index, base] of bases.entries()) {
    const found = positions.get(base);
    if (!found) continue;
    const next = found.map((at) => {
      let before = 0;
      for (const run of runs) {
        if (run.at < at && at - run.at <= MAX_GAP && run.weight > before) before = run.weight;
      }
      const weight = before + (weights[index] ?? 0);
      if (weight > best) best = weight;
      return { at, weight };
    });
    runs.push(...next);
  }
  return best;
}

/**
 * How surely a query is about a message because the message occurs in it: whole or nearly so, its
 * words in their order, with other words between them.
 * @returns 0 for no, up to 1; the more specific of two messages has more
 */
export function messageIn(
  query: QueryPositions,
  { tokens }: Name,
  idf: (word: string) => number,
): number {
  // Most messages have nothing of most queries.
  if (!tokens.some(({ base }) => query.positions.has(base))) return 0;
  const weights = tokens.map(({ word }) => idf(word));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let present = 0;
  for (const [at, { base }] of tokens.entries()) {
    if (query.positions.has(base)) present += weights[at] ?? 0;
  }
  const least = tokens.length < 3 ? 0.999 : MIN_SHARE;
  if (total === 0 || present < least * total) return 0;
  const bases = tokens.map(({ base }) => base);
  const found = orderedWeight(query, bases, weights);
  const share = found / total;
  if (share < least) return 0;
  return share * share * (0.8 + 0.2 * Math.min(1, found / IDENTIFYING_IDF));
}

/**
 * How surely a query is about a title or an alias because it has all the words of it, in any order.
 * @returns 0 for no, up to 1
 */
export function nameIn(
  query: QueryPositions,
  { tokens }: Name,
  idf: (word: string) => number,
): number {
  let total = 0;
  let count = 0;
  for (const { word, base } of tokens) {
    if (!query.positions.has(base)) return 0;
    total += idf(word);
    count += 1;
  }
  if (count < 2 || total < TELLING_IDF) return 0;
  return 0.38 + 0.62 * Math.min(1, total / IDENTIFYING_IDF);
}
