import { tokenize } from "../shell/lexer.ts";
import type { Piece, Token } from "../shell/syntax.ts";
import { ContentError } from "./content-error.ts";

/** One command of a shell block. */
export interface Command {
  /** Exactly what is meant to run: no prompt, no note, no trailing space. May span lines. */
  text: string;
  /** What the writer says beside the command, plain text. */
  note?: string;
  /** Line within the block, counted from 1, on which the command starts. */
  line: number;
}

/** Operators after which a command continues on the next line. */
const CONTINUING = new Set(["|", "|&", "||", "&&"]);

const lineAt = (text: string, at: number) => text.slice(0, at).split("\n").length;
const lineStart = (text: string, at: number) => text.lastIndexOf("\n", at - 1) + 1;
const restOfLine = (text: string, at: number) => /^[^\n]*/.exec(text.slice(at))?.[0] ?? "";

const piecesOf = (token: Token): readonly Piece[] => {
  if (token.kind === "word") return token.pieces;
  return token.kind === "redirection" ? token.target.pieces : [];
};

function isOpen(token: Token): boolean {
  if (token.kind === "here-document") return token.open;
  return piecesOf(token).some(({ open }) => open);
}

/**
 * Takes out spaces after a backslash at the end of a line: they are a mistake, since the line was
 * meant to continue.
 * @throws ContentError where a note follows the backslash instead
 */
function mendBreaks(source: string): string {
  const slip = tokenize(source)
    .flatMap(piecesOf)
    .find(
      ({ kind, value, end }) =>
        kind === "escape" && /[ \t]/.test(value) && /^[ \t]*(?:#|$)/.test(restOfLine(source, end)),
    );
  if (!slip) return source;
  const rest = restOfLine(source, slip.end);
  if (rest.includes("#")) throw noteInside(lineAt(source, slip.start));
  return mendBreaks(source.slice(0, slip.start + 1) + source.slice(slip.end + rest.length));
}

const noteInside = (line: number) =>
  new ContentError(
    "a note inside a command that continues",
    line,
    "move it after the command's last line",
  );

/** What has been read of a command that is not complete yet. */
class OpenCommand {
  readonly #source: string;
  readonly #tokens: Token[] = [];
  #depth = 0;
  note: string | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  get isEmpty(): boolean {
    return this.#tokens.length === 0;
  }

  /** Line of the block on which it starts. */
  get line(): number {
    return lineAt(this.#source, this.#tokens[0]?.start ?? 0);
  }

  /** Whether it goes on after a newline here. */
  get continues(): boolean {
    const last = this.#tokens.findLast(
      ({ kind }) => kind !== "newline" && kind !== "here-document",
    );
    return this.#depth > 0 || (last?.kind === "operator" && CONTINUING.has(last.value));
  }

  add(token: Token): void {
    if (token.kind === "operator") {
      if (token.value === "(") this.#depth += 1;
      if (token.value === ")" && this.#depth > 0) this.#depth -= 1;
    }
    this.#tokens.push(token);
  }

  /** What it lacks; undefined when it is complete. */
  get lack(): string | undefined {
    const open = this.#tokens.find(isOpen);
    if (open?.kind === "here-document") return `<<${open.delimiter}`;
    return open || this.continues ? "an unclosed quote, a trailing \\ or |" : undefined;
  }

  finish(): Command {
    let text = "";
    let end = this.#tokens[0]?.start ?? 0;
    for (const token of this.#tokens) {
      // Spaces at the end of a line are no part of the command.
      if (token.kind !== "newline") text += this.#source.slice(end, token.start);
      text += this.#source.slice(token.start, token.end);
      end = token.end;
    }
    const note = this.note ? { note: this.note } : {};
    return { text, ...note, line: this.line };
  }
}

function takeComment(source: string, token: Token, command: OpenCommand): void {
  const line = lineAt(source, token.start);
  if (source.slice(lineStart(source, token.start), token.start).trim() === "") {
    const hint = "put it after the command it belongs to, or make it a heading";
    throw new ContentError("a comment on a line of its own", line, hint);
  }
  if (command.continues) throw noteInside(line);
  command.note = source.slice(token.start + 1, token.end).trim();
}

/** Whether a command is complete at a newline. */
function endsAt(source: string, newline: Token, next: Token | undefined, command: OpenCommand) {
  if (next?.kind === "here-document") return false;
  if (source.slice(lineStart(source, newline.start), newline.start).trim() === "") {
    const hint = "take the empty line out, or the \\ or | above it";
    throw new ContentError("a command that continues in an empty line", command.line, hint);
  }
  return !command.continues;
}

/**
 * Splits the text of a shell block into its commands. A line is a command; a `\` at the end of a
 * line, an open quote or bracket, and a here-document continue it. A `# …` after a command is its
 * note.
 * @param block the block's text as written
 * @returns the commands in order; their `text` joined with newlines is what "Copy all" copies
 * @throws ContentError with the line within the block, for a comment on a line of its own, a note
 *   inside a continued command, and an unclosed quote or here-document
 */
export function parseCommands(block: string): Command[] {
  const source = mendBreaks(block.replace(/\r\n/g, "\n"));
  const commands: Command[] = [];
  let command = new OpenCommand(source);
  const tokens = tokenize(source);
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "comment") takeComment(source, token, command);
    else if (token.kind !== "newline") command.add(token);
    else if (!command.isEmpty) {
      if (!endsAt(source, token, tokens[index + 1], command)) command.add(token);
      else {
        commands.push(command.finish());
        command = new OpenCommand(source);
      }
    }
  }
  if (!command.isEmpty) {
    const { lack } = command;
    if (lack !== undefined) {
      throw new ContentError(`${lack} never ends`, command.line, "close it inside the block");
    }
    commands.push(command.finish());
  }
  if (commands.length === 0) throw new ContentError("an empty block", 1, "write a command in it");
  return commands;
}
