/** A piece of a line that stays whole where it fits; its parts are where it breaks otherwise. */
export interface Unit {
  start: number;
  end: number;
  /** Empty when nothing in it is a better place than another. */
  parts: Unit[];
}

/** Characters that fit on one line of the narrowest screen. */
const LINE = 24;

/** Stands in a line for each character of a name that the reader fills in: no place to break. */
export const NAME = "\uFFFC";

/** A word, with the quotes, brackets or backslash beside it that would look lost on a line alone. */
const WORD = /(?:["'{[(]+ +)?\S+(?: +["'\\)\]}]+(?= |$))*/g;

/** Where a long word breaks: the best places first. */
const BREAKS = [
  // A list, between its items.
  /(?<=,)(?![\]})]|['"]?$)/,
  // A key and its value.
  /(?<=[^=!]=)(?!=|['"]?$)/,
  // Parts of a path, an address, a pair.
  /(?<=[/|:])(?![/|:\]})]|['"]?$)/,
  // Steps into an object.
  /(?<![.'"{([/])(?=\.)/,
  // A closing quote, not without some of what it closes.
  /(?=[^\uFFFC]{3}["'](?: \\)?$)/,
];

function partsOf(text: string, start: number, level = 0): Unit[] {
  const place = BREAKS[level];
  // A name may be filled in with one that is longer than a line.
  if (!place || (text.length <= LINE && !text.includes(NAME))) return [];
  const pieces = text.split(place);
  if (pieces.length === 1) return partsOf(text, start, level + 1);
  let at = start;
  return pieces.map((piece) => {
    const from = at;
    at += piece.length;
    return { start: from, end: at, parts: partsOf(piece, from, level + 1) };
  });
}

/**
 * Divides a line of shell text into what a narrow screen keeps together.
 * @param line without its line break
 * @returns the words, each with the places where it breaks when it is longer than a screen's line
 */
export function unitsOf(line: string): Unit[] {
  return Array.from(line.matchAll(WORD), ({ 0: word, index: start }) => ({
    start,
    end: start + word.length,
    parts: partsOf(word, start),
  }));
}
