/** A piece of a line of front matter: plain text, or code. */
export interface InlinePiece {
  text: string;
  code: boolean;
}

/**
 * Splits a line of front matter at its backticks.
 * @param line plain text in which pairs of backticks mark code
 * @returns its pieces in order, empty ones left out
 */
export function inlineCode(line: string): InlinePiece[] {
  return line
    .split("`")
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
