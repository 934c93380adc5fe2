import { PROGRAM } from "./name-text.ts";
import type { Place } from "./place.ts";
import { siteWordsFor } from "./synonyms.ts";
import { allTokens, tokensOf, toWord, type Token, type Word } from "./tokens.ts";
import { baseForm, splitWords } from "./words.ts";

/** A title or an alias. */
export interface Name {
  isCommand: boolean;
  all: readonly Token[];
  /** Those that tell it from other names; all when none does. */
  tokens: readonly Token[];
}

/** What a place is called, prepared for comparison. */
export interface Names {
  /** The title first, then the aliases. */
  names: readonly Name[];
  /** The title of the page that the place is on; empty for the page itself. */
  page: readonly Token[];
}

/** The words of a text in their base form, with a space before, between and after them. */
const toPhrase = (text: string): string => ` ${splitWords(text).map(baseForm).join(" ")} `;

/** Whether a word of a name tells it from others. */
const IS_SPECIFIC: Partial<Record<Place["kind"], (token: Token) => boolean>> = {
  // Every command starts with it.
  command: ({ word }) => word !== PROGRAM,
  // A message is recognized by all its words.
  error: () => true,
};

function nameOf(text: string, kind: Place["kind"]): Name {
  const isSpecific = IS_SPECIFIC[kind] ?? (({ isStopWord }) => !isStopWord);
  const tokens = tokensOf(text);
  const specific = tokens.filter(isSpecific);
  return {
    isCommand: kind === "command",
    all: tokens,
    tokens: specific.length > 0 ? specific : tokens,
  };
}

/** See toPhrase. Few of a site's names are ever compared as phrases. */
const phraseOf = ({ all }: Name): string => ` ${all.map(({ base }) => base).join(" ")} `;

const pageTitles = new Map<string, readonly Token[]>();

/** Cached, since all places of a page share its title. */
function pageTokens(page: string): readonly Token[] {
  const known = pageTitles.get(page) ?? tokensOf(page);
  pageTitles.set(page, known);
  return known;
}

/** Prepares title, aliases and page title of a place for comparison. */
export function namesOf({ kind, title, page, aliases }: Place): Names {
  return {
    names: [title, ...aliases].map((text) => nameOf(text, kind)),
    page: kind === "page" ? [] : pageTokens(page),
  };
}

function commonPrefixLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

const SYNONYM = 0.7;

/** Similarity of a query's word to a name's word, from 0 (unrelated) to 1 (equal). */
function wordSimilarity(wanted: Omit<QueryTerm, "similarities">, token: Word): number {
  const { word } = wanted;
  if (word === token.word) return 1;
  if (wanted.synonyms.has(token.base)) return SYNONYM;
  if (word.charCodeAt(0) !== token.word.charCodeAt(0)) return 0;
  if (wanted.base === token.base) return 0.97;
  const length = token.word.length;
  if (token.word.startsWith(word))
    return word.length < 2 ? 0 : 0.45 + (0.45 * word.length) / length;
  // `readi` is on the way to `readiness`; it is no form of `ready`.
  if (!wanted.isWhole) return 0;
  const common = commonPrefixLength(word, token.word);
  // `restarting` and `restart`, `scaling` and `scale`: inflections of one stem.
  return common >= 4 && common >= Math.max(word.length, length) - 3 ? 0.75 : 0;
}

function tokenSimilarity(wanted: Omit<QueryTerm, "similarities">, token: Token): number {
  let best = wordSimilarity(wanted, token);
  for (const part of token.parts) best = Math.max(best, 0.75 * wordSimilarity(wanted, part));
  return best;
}

/** A word of a query. */
export interface QueryWord {
  word: string;
  /** The weights of all words of a query add up to 1. */
  weight: number;
  /** Whether the site has this word, and not only longer ones that start with it. */
  isWhole: boolean;
}

interface QueryTerm extends QueryWord, Word {
  /** See siteWordsFor. */
  synonyms: ReadonlySet<string>;
  /** Similarities from 0 to 1, by a token's id. */
  similarities: Float64Array;
}

/** A query prepared for comparison with names. */
export interface QueryTerms {
  words: readonly QueryTerm[];
  /** The largest similarity of any of its words, by a token's id. */
  best: Float64Array;
  phrase: string;
}

/**
 * Prepares a query for comparison with names that are prepared already: it is compared with each of
 * their words once.
 * @param words the words searched for
 * @param phrase all words of the query
 */
export function queryTerms(words: readonly QueryWord[], phrase: string): QueryTerms {
  const terms = words.map(toTerm);
  const best = new Float64Array(allTokens().length);
  for (const { similarities } of terms) {
    for (let id = 0; id < best.length; id += 1) {
      best[id] = Math.max(best[id] ?? 0, similarities[id] ?? 0);
    }
  }
  return { words: terms, best, phrase: toPhrase(phrase) };
}

function toTerm(queried: QueryWord): QueryTerm {
  const word = toWord(queried.word);
  const term = { ...queried, ...word, synonyms: siteWordsFor(word.base) };
  const tokens = allTokens();
  const similarities = new Float64Array(tokens.length);
  for (const token of tokens) similarities[token.id] = tokenSimilarity(term, token);
  return { ...term, similarities };
}

/** Weight of a word found only in the title of the page that the place is on. */
const PAGE_WEIGHT = 0.4;
const ALIAS_WEIGHT = 0.96;

/** For a name that has all words of the query next to each other. */
const PHRASE_BONUS = 0.25;

function nameSimilarity(
  query: QueryTerms,
  name: Name,
  page: readonly Token[],
  idf: (word: string) => number,
): number {
  if (!name.tokens.some(({ id }) => (query.best[id] ?? 0) > 0)) return 0;
  let matchedWeight = 0;
  let totalWeight = 0;
  for (const { id, word } of name.tokens) {
    const weight = idf(word);
    totalWeight += weight;
    matchedWeight += weight * (query.best[id] ?? 0);
  }
  let coverage = 0;
  for (const { similarities, weight } of query.words) {
    let best = 0;
    for (const { id } of name.tokens) best = Math.max(best, similarities[id] ?? 0);
    if (best === 0) {
      for (const { id } of page) best = Math.max(best, PAGE_WEIGHT * (similarities[id] ?? 0));
    }
    coverage += weight * best;
  }
  const phrase = phraseOf(name);
  const hasPhrase = query.phrase.length > 3 && phrase.includes(query.phrase);
  // A command is recognized by how it starts; the object that it is about comes after that.
  const isStart = name.isCommand && hasPhrase && phrase.startsWith(query.phrase);
  const density = isStart ? 1 : matchedWeight / (totalWeight || 1);
  return coverage * (0.45 + 0.55 * density) + (hasPhrase ? PHRASE_BONUS : 0);
}

/**
 * Similarity of a query to the best name of a place.
 * @param idf inverse document frequency of a word
 * @returns 0 when no name has any of the words; 1.25 when the query is a name
 */
export function similarity(
  query: QueryTerms,
  { names, page }: Names,
  idf: (word: string) => number,
): number {
  let best = 0;
  for (const [index, name] of names.entries()) {
    const weight = index === 0 ? 1 : ALIAS_WEIGHT;
    best = Math.max(best, weight * nameSimilarity(query, name, page, idf));
  }
  return best;
}
