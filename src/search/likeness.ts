import type { Place } from "./places.ts";
import { base, BETWEEN, partsOf, plainWord, plainWords } from "./words.ts";

/** A word with its base form. */
interface Word {
  word: string;
  base: string;
}

/** A word of a name, with the parts that it joins. */
interface Token extends Word {
  parts: readonly Word[];
}

const wordOf = (word: string): Word => ({ word, base: base(word) });

/** What a place is called: its title, or an alias. */
interface Name {
  isCommand: boolean;
  tokens: readonly Token[];
  /** Its words in their base form, with a blank at both ends. */
  phrase: string;
}

/** The names of a place, made ready to compare. */
export interface Names {
  /** The title first. */
  names: readonly Name[];
  /** Words of the page that the place is on; none for the page itself. */
  page: readonly Token[];
}

const PROGRAM = "kubectl";

const tokensOf = (text: string): Token[] =>
  text
    .split(BETWEEN)
    .map((word) => ({ ...wordOf(plainWord(word)), parts: partsOf(word).map(wordOf) }))
    .filter(({ word }) => word !== "");

/** A text as a phrase: its words in their base form, with a blank at both ends. */
export const phraseOf = (text: string): string => ` ${plainWords(text).map(base).join(" ")} `;

function nameOf(text: string, isCommand: boolean): Name {
  const tokens = tokensOf(text);
  // Every command begins with it: that says nothing of the command.
  const own = isCommand ? tokens.filter(({ word }) => word !== PROGRAM) : tokens;
  const phrase = ` ${tokens.map((token) => token.base).join(" ")} `;
  return { isCommand, tokens: own.length > 0 ? own : tokens, phrase };
}

const pages = new Map<string, readonly Token[]>();

/** A page's title in words: the same for all places on it. */
function pageTokens(page: string): readonly Token[] {
  const known = pages.get(page) ?? tokensOf(page);
  pages.set(page, known);
  return known;
}

/**
 * Makes what a place is called ready to compare.
 * @param place the place
 */
export function namesOf({ kind, title, page, aliases }: Place): Names {
  return {
    names: [title, ...aliases].map((text) => nameOf(text, kind === "command")),
    page: kind === "page" ? [] : pageTokens(page),
  };
}

/** Letters that two words share from their beginning. */
function shared(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

/** How much of a word of the query is in a word of a name: 0 nothing, 1 it is the same. */
function wordLikeness(wanted: Word, token: Word): number {
  const { word } = wanted;
  if (word === token.word) return 1;
  if (word.charCodeAt(0) !== token.word.charCodeAt(0)) return 0;
  if (wanted.base === token.base) return 0.97;
  const length = token.word.length;
  if (token.word.startsWith(word))
    return word.length < 2 ? 0 : 0.45 + (0.45 * word.length) / length;
  const same = shared(word, token.word);
  // `restarting` and `restart`, `scaling` and `scale`: other endings of one stem.
  return same >= 4 && same >= Math.max(word.length, length) - 3 ? 0.75 : 0;
}

function tokenLikeness(wanted: Word, token: Token): number {
  let best = wordLikeness(wanted, token);
  for (const part of token.parts) best = Math.max(best, 0.75 * wordLikeness(wanted, part));
  return best;
}

/** A word of the query with what it tells; what all of them tell adds up to 1. */
interface Weighed extends Word {
  weight: number;
}

/** How a query looks to the names of places. */
export interface Wanted {
  words: readonly Weighed[];
  phrase: string;
}

/**
 * Makes a query ready to be compared with names.
 * @param words what is asked for, each with what it tells
 * @param phrase all words of the query
 */
export function wantedOf(
  words: readonly { word: string; weight: number }[],
  phrase: string,
): Wanted {
  return {
    words: words.map(({ word, weight }) => ({ ...wordOf(word), weight })),
    phrase: phraseOf(phrase),
  };
}

/** The title of the page that a place is on says something of the place, but less than its own. */
const PAGE_SHARE = 0.4;
const ALIAS_SHARE = 0.96;

function nameLikeness(
  wanted: Wanted,
  name: Name,
  page: readonly Token[],
  tell: (word: string) => number,
): number {
  let covered = 0;
  const hit = new Map<Token, number>();
  for (const word of wanted.words) {
    let best = 0;
    for (const token of name.tokens) {
      const like = tokenLikeness(word, token);
      if (like > 0) hit.set(token, Math.max(hit.get(token) ?? 0, like));
      if (like > best) best = like;
    }
    if (best === 0) {
      for (const token of page) best = Math.max(best, PAGE_SHARE * tokenLikeness(word, token));
    }
    covered += word.weight * best;
  }
  if (hit.size === 0) return 0;
  let said = 0;
  let all = 0;
  for (const token of name.tokens) {
    const weight = tell(token.word);
    all += weight;
    said += weight * (hit.get(token) ?? 0);
  }
  const phrase = wanted.phrase.length > 3 && name.phrase.includes(wanted.phrase);
  // Commands are known by how they begin; what they are about comes behind it.
  const begins = phrase && name.isCommand && name.phrase.startsWith(wanted.phrase);
  const density = begins ? 1 : said / (all || 1);
  return covered * (0.45 + 0.55 * density) + (phrase ? 0.1 : 0);
}

/**
 * How well a query says what a place is called.
 * @param wanted the query
 * @param names of the place
 * @param tell how much a word tells
 * @returns 0 when no word is in any name; 1.1 when the query is a name
 */
export function likeness(
  wanted: Wanted,
  { names, page }: Names,
  tell: (word: string) => number,
): number {
  let best = 0;
  for (const [index, name] of names.entries()) {
    const like = nameLikeness(wanted, name, page, tell) * (index === 0 ? 1 : ALIAS_SHARE);
    if (like > best) best = like;
  }
  return best;
}
