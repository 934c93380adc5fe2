import { tokenize } from "./lexer.ts";
import type { QuoteContext } from "./quote.ts";
import type { Piece, Token } from "./syntax.ts";

const KNOWN: Partial<Record<Piece["kind"], QuoteContext>> = {
  text: "bare",
  escape: "bare",
  placeholder: "bare",
  continuation: "bare",
  single: "single",
};

const covers = ({ start, end }: { start: number; end: number }, at: number) =>
  start <= at && at < end;

function inPieces(pieces: readonly Piece[], at: number): QuoteContext {
  const piece = pieces.find((candidate) => covers(candidate, at));
  if (!piece) return "bare";
  if (piece.kind !== "double") return KNOWN[piece.kind] ?? "complex";
  const inner = piece.pieces.find((candidate) => covers(candidate, at));
  return inner === undefined || KNOWN[inner.kind] === "bare" ? "double" : "complex";
}

function inToken(token: Token, at: number): QuoteContext {
  if (token.kind === "word") return inPieces(token.pieces, at);
  if (token.kind === "redirection") return inPieces(token.target.pieces, at);
  return token.kind === "here-document" ? "complex" : "bare";
}

/**
 * Returns what surrounds a place in a command.
 * @param text the command
 * @param at index of a character in it
 */
export function quoteContextAt(text: string, at: number): QuoteContext {
  const token = tokenize(text).find((candidate) => covers(candidate, at));
  return token ? inToken(token, at) : "bare";
}
