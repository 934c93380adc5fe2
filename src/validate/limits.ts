import { Lexer } from "yaml";

/** Longest text that is looked at, in characters. */
export const maxLength = 1_000_000;
/** Deepest nesting: a Kubernetes object has less than twenty levels. */
export const maxDepth = 64;
/** Most pieces (keys, values, separators) that are parsed. */
const maxTokens = 100_000;
/** Most values after aliases are put in. */
export const maxExpanded = 20_000;

/** Starts a scalar in what the lexer gives; the text follows as the next piece. */
const scalarMark = "\u001f";

/**
 * Looks for what would cost the parser too much, without parsing.
 * @param text the whole file
 * @returns what is wrong and the offset of it; undefined when it may be parsed
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
    // The marks the lexer puts in are single control characters that the text does not hold.
    if (text.startsWith(piece, at)) at += piece.length;
  }
  return undefined;
}
