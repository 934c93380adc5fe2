import { tokenize } from "./lexer.ts";
import type { Piece, Redirection, Token, Word } from "./syntax.ts";

/** A command without the operators around it: its words, assignments included, and redirections. */
export interface SimpleCommand {
  words: Word[];
  redirections: Redirection[];
  /** Whether the offsets of the words are those of the whole text; see Substitution. */
  located: boolean;
}

/** The token lists of the substitutions in some pieces, from left to right. */
function nestedIn(pieces: readonly Piece[]): { tokens: Token[]; located: boolean }[] {
  return pieces.flatMap((piece) => {
    if ("tokens" in piece) {
      // An array lists words and no command, yet its words may run some.
      const words = piece.tokens.flatMap((token) => (token.kind === "word" ? token.pieces : []));
      return piece.kind === "array" ? nestedIn(words) : [piece];
    }
    return "pieces" in piece ? nestedIn(piece.pieces) : [];
  });
}

const piecesOf = ({ words, redirections }: SimpleCommand): Piece[] => [
  ...words.flatMap(({ pieces }) => pieces),
  ...redirections.flatMap(({ target, hereDocument }) => [
    ...target.pieces,
    ...(hereDocument?.pieces ?? []),
  ]),
];

/**
 * Splits tokens into the simple commands of their pipelines, lists and subshells.
 * @returns each followed by the commands in its substitutions; empty ones are left out
 */
export function simpleCommands(tokens: readonly Token[], located = true): SimpleCommand[] {
  const commands: SimpleCommand[] = [{ words: [], redirections: [], located }];
  for (const token of tokens) {
    const command = commands.at(-1);
    if (token.kind === "word") command?.words.push(token);
    else if (token.kind === "redirection") command?.redirections.push(token);
    else if (token.kind === "operator" || token.kind === "newline") {
      commands.push({ words: [], redirections: [], located });
    }
  }
  return commands
    .filter(({ words, redirections }) => words.length + redirections.length > 0)
    .flatMap((command) => [
      command,
      ...nestedIn(piecesOf(command)).flatMap((nested) =>
        simpleCommands(nested.tokens, located && nested.located),
      ),
    ]);
}

/**
 * The words of each simple command in a text, quotes removed.
 * @param text one command or several
 * @returns without redirections; see `simpleCommands` for the order
 */
export function commandWords(text: string): string[][] {
  return simpleCommands(tokenize(text))
    .map(({ words }) => words.map(({ value }) => value))
    .filter((words) => words.length > 0);
}
