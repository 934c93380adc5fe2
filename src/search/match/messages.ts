import { toPhrase, type Names } from "./name-similarity.ts";
import type { ParsedQuery } from "./query.ts";
import type { SearchIndex } from "./rank.ts";
import { cachedIdf } from "./vocabulary.ts";
import { normalizeWord } from "./words.ts";

/** From this sum of inverse document frequencies on, a pasted message is identified beyond doubt. */
const IDENTIFYING_IDF = 14;

/** From this sum on, words of messages lead to the case without the other words of a pasted text. */
const SUFFICIENT_IDF = 4;

/** Most words that the full-text index is asked for when messages are recognized. */
const MAX_WORDS = 4;

/** Score of a message that occurs within a pasted text; 0 when it does not. */
export function pastedMessageScore(
  pasted: string,
  names: Names,
  idf: (word: string) => number,
): number {
  const [title] = names.names;
  const at = title ? pasted.indexOf(title.phrase) : -1;
  if (!title || at < 0) return 0;
  const total = title.tokens.reduce((sum, { word }) => sum + idf(word), 0);
  // What failed comes before why: the first message is the case.
  const earliness = 1 - at / pasted.length;
  return 0.6 + 0.4 * Math.min(1, total / IDENTIFYING_IDF) + 0.15 * earliness;
}

/** Words of the messages that occur within a pasted text, with the score of the best message. */
function messageWords({ places, vocabulary }: SearchIndex, query: string): Map<string, number> {
  const idf = cachedIdf(vocabulary);
  const pasted = toPhrase(query);
  const found = new Map<string, number>();
  for (const { place, names } of places) {
    const score = place.kind === "error" ? pastedMessageScore(pasted, names, idf) : 0;
    const tokens = score > 0 ? (names.names[0]?.tokens ?? []) : [];
    for (const { word } of tokens.flatMap((token) => [token, ...token.parts])) {
      found.set(word, Math.max(score, found.get(word) ?? 0));
    }
  }
  return found;
}

/**
 * The words of a query that the full-text index is asked for. Each may need another part of the
 * index, 30 kB large; in a pasted text with messages that the site knows, these lead to the case,
 * and the other words are names and circumstances.
 */
export function fullTextWords(
  index: SearchIndex,
  query: string,
  { interpretations, pasted }: ParsedQuery,
): string[] {
  const words = [...new Set(interpretations.flatMap((one) => one.words))];
  if (!pasted || words.length <= MAX_WORDS) return words;
  const inMessages = messageWords(index, query);
  const scoreOf = (word: string) => inMessages.get(normalizeWord(word)) ?? 0;
  const idf = cachedIdf(index.vocabulary);
  const known = words.filter((word) => scoreOf(word) > 0);
  const sum = known.reduce((total, word) => total + idf(normalizeWord(word)), 0);
  if (sum < SUFFICIENT_IDF) return words;
  return known.sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, MAX_WORDS);
}
