import { Lexer } from "yaml";

/** Longest text that is checked, in characters. */
const maxLength = 1_000_000;
/** Deepest nesting that is read; a Kubernetes object has fewer than twenty levels. */
export const maxDepth = 64;
/** Most pieces (keys, values, separators) that are parsed. */
const maxTokens = 100_000;
/** Most values after every alias is expanded. */
export const maxExpanded = 20_000;

/** Piece with which the lexer announces a scalar; its text is the next piece. */
const scalarMark = "\u001f";

/**
 * Finds text that would take the parser too long, without parsing it.
 * @param text the whole file
 * @returns the problem and its offset; undefined when the text may be parsed
 */
export function exceeds(text: string): { at: number; message: string } | undefined {
  if (text.length > maxLength) {
    const size = (text.length / 1e6).toFixed(1);
    return { at: 0, message: `the file is too large (${size} MB, at most 1 MB is checked)` };
  }
  let at = 0;
  let tokens = 0;
  let flow = 0;
  let marks = 0;
  let scalar = false;
  for (const piece of new Lexer().lex(text)) {
    tokens += 1;
    if (!scalar) {
      if (piece === "[" || piece === "{") flow += 1;
      else if (piece === "]" || piece === "}") flow -= 1;
      else if (piece === "-" || piece === "?") marks += 1;
      else if (piece.startsWith("\n") || piece.startsWith("\r")) marks = 0;
    }
    scalar = piece === scalarMark;
    if (flow > maxDepth || marks > maxDepth) {
      return { at, message: `nested deeper than ${maxDepth} levels` };
    }
    if (tokens > maxTokens) return { at, message: "too many values, the rest is not checked" };
    // The lexer's own pieces are single control characters, which are not in the text.
    if (text.startsWith(piece, at)) at += piece.length;
  }
  return undefined;
}
