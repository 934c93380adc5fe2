import type { ParsedQuery } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";
import { cachedIdf } from "./vocabulary.ts";
import { messageIn, readQueryPositions } from "./whole-names.ts";
import { normalizeWord } from "./words.ts";

/** From this sum of inverse document frequencies on, words of messages lead to the case. */
const SUFFICIENT_IDF = 4;

/** Most words that the full-text index is asked for when messages are recognized. */
const MAX_WORDS = 4;

/** Words of the messages that occur within a pasted text, with the score of the best message. */
function messageWords(
  { places, vocabulary }: SearchIndex,
  query: string,
  parsed: ParsedQuery,
): Map<string, number> {
  const idf = cachedIdf(vocabulary);
  const asked = readQueryPositions(query, parsed);
  const found = new Map<string, number>();
  for (const { names } of places.filter((one) => one.place.kind === "error")) {
    const [title] = names.names;
    const score = title ? messageIn(asked, title, idf) : 0;
    if (score === 0 || !title) continue;
    for (const { word } of title.tokens.flatMap((token) => [token, ...token.parts])) {
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
export function fullTextWords(index: SearchIndex, query: string, parsed: ParsedQuery): string[] {
  const words = [...new Set(parsed.interpretations.flatMap((one) => one.words))];
  if (!parsed.pasted || words.length <= MAX_WORDS) return words;
  const inMessages = messageWords(index, query, parsed);
  const scoreOf = (word: string) => inMessages.get(normalizeWord(word)) ?? 0;
  const idf = cachedIdf(index.vocabulary);
  const known = words.filter((word) => scoreOf(word) > 0);
  const sum = known.reduce((total, word) => total + idf(normalizeWord(word)), 0);
  if (sum < SUFFICIENT_IDF) return words;
  return known.sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, MAX_WORDS);
}
