import { tokenize } from "./lexer.ts";
import type { Piece, Token } from "./syntax.ts";

/**
 * Replaces each trailing backslash, with the newline and the indentation after it, by one space, or
 * by nothing where no space separates the words.
 * @param text a command for which `joinLines` has a result; values filled in since do not matter,
 *   for they contain no newline
 */
function joinBreaks(text: string): string {
  return text.replace(
    /(\\[^\n])|([ \t]?)((?:\\\n[ \t]*)+)/g,
    (_all, escaped: string | undefined, space: string | undefined, breaks: string | undefined) => {
      if (escaped !== undefined) return escaped;
      if (space !== undefined && space !== "") return space;
      return /[ \t]/.test(breaks ?? "") ? " " : "";
    },
  );
}

function piecesOf(token: Token): readonly Piece[] {
  if (token.kind === "word") return token.pieces;
  return token.kind === "redirection" ? token.target.pieces : [];
}

/** All tokens, those of substitutions outside quotes included. */
function allTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [
    token,
    ...piecesOf(token).flatMap((piece) => ("tokens" in piece ? allTokens(piece.tokens) : [])),
  ]);
}

/** Pieces in which a newline, or the spaces after it, is significant. */
const isRigid = ({ kind }: Piece) =>
  !["text", "escape", "continuation", "placeholder", "command", "process"].includes(kind);

/**
 * Joins a command that trailing backslashes break over lines. For bash and zsh the result is the
 * same command.
 * @param text one command
 * @returns the command on one line; undefined where there is nothing to join, or where the end of a
 *   line has a meaning: within quotes, in a here-document, after an operator or in a comment
 */
export function joinLines(text: string): string | undefined {
  if (!text.includes("\\\n")) return undefined;
  const tokens = allTokens(tokenize(text));
  const meant = tokens.some(
    ({ kind }) => kind === "newline" || kind === "comment" || kind === "here-document",
  );
  if (meant) return undefined;
  const rigid = tokens.flatMap(piecesOf).filter(isRigid);
  // POSIX shells do not know $'…', and nest backticks by escapes.
  if (rigid.some(({ kind }) => kind === "ansi-c" || kind === "backticks")) return undefined;
  if (rigid.some(({ start, end }) => text.slice(start, end).includes("\n"))) return undefined;
  return joinBreaks(text);
}
