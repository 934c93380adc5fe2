import type { Place } from "./place.ts";
import { baseForm, normalizeWord, splitCompound, splitWords, WORD_SEPARATOR } from "./words.ts";

interface Word {
  word: string;
  base: string;
}

/** A word of a name; `parts` when it is a compound. */
interface Token extends Word {
  parts: readonly Word[];
}

const wordOf = (word: string): Word => ({ word, base: baseForm(word) });

/** A title or an alias. */
interface Name {
  isCommand: boolean;
  tokens: readonly Token[];
  /** See toPhrase. */
  phrase: string;
}

/** What a place is called, prepared for comparison. */
export interface Names {
  /** The title first, then the aliases. */
  names: readonly Name[];
  /** The title of the page that the place is on; empty for the page itself. */
  page: readonly Token[];
}

const PROGRAM = "kubectl";

const tokensOf = (text: string): Token[] =>
  text
    .split(WORD_SEPARATOR)
    .map((word) => ({ ...wordOf(normalizeWord(word)), parts: splitCompound(word).map(wordOf) }))
    .filter(({ word }) => word !== "");

/** The words of a text in their base form, with a space before, between and after them. */
export const toPhrase = (text: string): string => ` ${splitWords(text).map(baseForm).join(" ")} `;

function nameOf(text: string, isCommand: boolean): Name {
  const tokens = tokensOf(text);
  // Every command starts with it, so it distinguishes none.
  const specific = isCommand ? tokens.filter(({ word }) => word !== PROGRAM) : tokens;
  const phrase = ` ${tokens.map((token) => token.base).join(" ")} `;
  return { isCommand, tokens: specific.length > 0 ? specific : tokens, phrase };
}

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
    names: [title, ...aliases].map((text) => nameOf(text, kind === "command")),
    page: kind === "page" ? [] : pageTokens(page),
  };
}

function commonPrefixLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

/** Similarity of a query's word to a name's word, from 0 (unrelated) to 1 (equal). */
function wordSimilarity(wanted: QueryWord & Word, token: Word): number {
  const { word } = wanted;
  if (word === token.word) return 1;
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

function tokenSimilarity(wanted: QueryWord & Word, token: Token): number {
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

/** A query prepared for comparison with names. */
export interface QueryTerms {
  words: readonly (QueryWord & Word)[];
  phrase: string;
}

/**
 * Prepares a query for comparison with names.
 * @param words the words searched for
 * @param phrase all words of the query
 */
export function queryTerms(words: readonly QueryWord[], phrase: string): QueryTerms {
  return {
    words: words.map((one) => ({ ...one, ...wordOf(one.word) })),
    phrase: toPhrase(phrase),
  };
}

/** Weight of a word found only in the title of the page that the place is on. */
const PAGE_WEIGHT = 0.4;
const ALIAS_WEIGHT = 0.96;

function nameSimilarity(
  query: QueryTerms,
  name: Name,
  page: readonly Token[],
  idf: (word: string) => number,
): number {
  let coverage = 0;
  const matched = new Map<Token, number>();
  for (const word of query.words) {
    let best = 0;
    for (const token of name.tokens) {
      const similarity = tokenSimilarity(word, token);
      if (similarity > 0) matched.set(token, Math.max(matched.get(token) ?? 0, similarity));
      if (similarity > best) best = similarity;
    }
    if (best === 0) {
      for (const token of page) best = Math.max(best, PAGE_WEIGHT * tokenSimilarity(word, token));
    }
    coverage += word.weight * best;
  }
  if (matched.size === 0) return 0;
  let matchedWeight = 0;
  let totalWeight = 0;
  for (const token of name.tokens) {
    const weight = idf(token.word);
    totalWeight += weight;
    matchedWeight += weight * (matched.get(token) ?? 0);
  }
  const phrase = query.phrase.length > 3 && name.phrase.includes(query.phrase);
  // A command is recognized by how it starts; the object that it is about comes after that.
  const isStart = phrase && name.isCommand && name.phrase.startsWith(query.phrase);
  const density = isStart ? 1 : matchedWeight / (totalWeight || 1);
  return coverage * (0.45 + 0.55 * density) + (phrase ? 0.1 : 0);
}

/**
 * Similarity of a query to the best name of a place.
 * @param idf inverse document frequency of a word
 * @returns 0 when no name has any of the words; 1.1 when the query is a name
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
