import { STOP_WORDS } from "./stop-words.ts";
import { baseForm, normalizeWord, splitCompound, WORD_SEPARATOR } from "./words.ts";

/** A word in the forms in which words are compared. */
export interface Word {
  word: string;
  /** See baseForm. */
  base: string;
}

/** A word of a name; `parts` when it is a compound. */
export interface Token extends Word {
  /** Counted from 0; the same for the same word in all names. */
  id: number;
  parts: readonly Word[];
  isStopWord: boolean;
}

/** @param word normalized */
export const toWord = (word: string): Word => ({ word, base: baseForm(word) });

/** Every word of a name as it is written, once: a query is compared with each word once. */
const tokens: Token[] = [];

/** By how it is written; undefined for what is only punctuation. */
const byWriting = new Map<string, Token | undefined>();

function readToken(written: string): Token | undefined {
  const word = normalizeWord(written);
  if (word === "") return undefined;
  const token: Token = {
    word,
    base: baseForm(word),
    id: tokens.length,
    parts: splitCompound(written).map(toWord),
    isStopWord: STOP_WORDS.has(word),
  };
  tokens.push(token);
  return token;
}

/** All tokens so far; the index of each is its id. */
export const allTokens = (): readonly Token[] => tokens;

/** The tokens of a text in order. */
export function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  for (const written of text.split(WORD_SEPARATOR)) {
    let token = byWriting.get(written);
    if (!token && !byWriting.has(written)) {
      token = readToken(written);
      byWriting.set(written, token);
    }
    if (token) found.push(token);
  }
  return found;
}
