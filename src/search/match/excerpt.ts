import { textMatcher } from "./text-matcher.ts";

/** Most characters of an excerpt, and of what comes before its first match. */
const MAX_LENGTH = 120;
const MAX_BEFORE = 30;

/** Where the window with the most distinct matches starts. */
function bestStart(matches: readonly RegExpExecArray[]): number {
  let start = 0;
  let most = 0;
  for (const { index } of matches) {
    const end = index + MAX_LENGTH - MAX_BEFORE;
    const within = matches.filter((one) => one.index >= index && one.index < end);
    const distinct = new Set(within.map(([match]) => match.toLowerCase().slice(0, 4))).size;
    if (distinct > most) [most, start] = [distinct, index];
  }
  return start;
}

/**
 * Cuts out the part of a text that has most words of a query.
 * @returns text and matches in turn, starting with text; one piece, the start of the text, when
 *   nothing matches
 */
export function excerptOf(text: string, words: readonly string[]): string[] {
  const matcher = textMatcher(words);
  const matches = matcher ? [...text.matchAll(matcher)] : [];
  const start = bestStart(matches);
  const from = start <= MAX_BEFORE ? 0 : text.indexOf(" ", start - MAX_BEFORE) + 1;
  const fits = text.length - from <= MAX_LENGTH;
  const to = fits ? text.length : Math.max(text.lastIndexOf(" ", from + MAX_LENGTH), start);
  const pieces: string[] = [];
  let at = from;
  for (const { index, 0: match } of matches) {
    if (index < at || index + match.length > to) continue;
    pieces.push(text.slice(at, index), match);
    at = index + match.length;
  }
  pieces.push(`${text.slice(at, to)}${fits ? "" : " …"}`);
  return from === 0 ? pieces : [`… ${pieces[0] ?? ""}`, ...pieces.slice(1)];
}
