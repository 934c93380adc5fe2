import { matcherOf } from "./landing.ts";

/** Characters that an excerpt has at most, and that stand before its first match. */
const LENGTH = 120;
const BEFORE = 30;

/**
 * Cuts the part out of a text in which most words of a query stand.
 * @param text what a place says
 * @param words of the query
 * @returns pieces of text; every second one, from the second on, is a match. One piece without a
 *   match: the beginning of the text.
 */
export function excerptOf(text: string, words: readonly string[]): string[] {
  const matcher = matcherOf(words);
  const matches = matcher ? [...text.matchAll(matcher)] : [];
  let start = 0;
  let most = 0;
  for (const { index } of matches) {
    const within = matches.filter(
      (one) => one.index >= index && one.index < index + LENGTH - BEFORE,
    );
    const distinct = new Set(within.map(([match]) => match.toLowerCase().slice(0, 4))).size;
    if (distinct > most) [most, start] = [distinct, index];
  }
  const from = start <= BEFORE ? 0 : text.indexOf(" ", start - BEFORE) + 1;
  const room = text.length - from <= LENGTH;
  const to = room ? text.length : Math.max(text.lastIndexOf(" ", from + LENGTH), start);
  const pieces: string[] = [];
  let at = from;
  for (const { index, 0: match } of matches) {
    if (index < at || index + match.length > to) continue;
    pieces.push(text.slice(at, index), match);
    at = index + match.length;
  }
  pieces.push(`${text.slice(at, to)}${room ? "" : " …"}`);
  return from === 0 ? pieces : [`… ${pieces[0] ?? ""}`, ...pieces.slice(1)];
}
