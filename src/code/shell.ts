import { ContentError } from "./content-error.ts";

/** One command of a shell block. */
export interface Command {
  /** Exactly what is meant to run: no prompt, no note, no trailing blank. May span lines. */
  text: string;
  /** What the writer says beside the command, plain text. */
  note?: string;
  /** Line within the block, counted from 1, on which the command starts. */
  line: number;
}

/** What one character leaves open for the next: a quote, or nothing. */
type Quote = "'" | '"' | undefined;

/**
 * Finds where the note of a line starts: a `#` at a word's start, outside quotes, as bash(1),
 * section COMMENTS, has it.
 */
function scanLine(line: string, quote: Quote): { note: number; quote: Quote } {
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at];
    if (quote === "'") {
      if (char === "'") quote = undefined;
    } else if (char === "\\") {
      at += 1;
    } else if (quote === '"') {
      if (char === '"') quote = undefined;
    } else if (char === "'" || char === '"') {
      quote = char;
    } else if (char === "#" && (at === 0 || /\s/.test(line[at - 1] ?? ""))) {
      return { note: at, quote };
    }
  }
  return { note: -1, quote };
}

/** The delimiter of a here-document that the line opens, or undefined. */
function heredocDelimiter(line: string): string | undefined {
  return /<<-?\s*(['"]?)([A-Za-z_]+)\1/.exec(line)?.[2];
}

/**
 * Splits the text of a shell block into its commands. A line is a command; a `\` at a line's end,
 * an open quote or a here-document continues it. A `# …` behind a command is its note.
 * @param source the block's text as written
 * @returns the commands in order; their `text` joined with newlines is the whole block's copy
 * @throws ContentError with the line within the block, for a comment on a line of its own, a note
 *   inside a continued command, and an unclosed quote or here-document
 */
export function parseCommands(source: string): Command[] {
  const commands: Command[] = [];
  let open: { line: number; lines: string[] } | undefined;
  let quote: Quote;
  let heredoc: string | undefined;

  for (const [index, raw] of source.split("\n").entries()) {
    const line = index + 1;
    if (heredoc !== undefined && open) {
      open.lines.push(raw);
      if (raw.trim() === heredoc) {
        heredoc = undefined;
        commands.push({ text: open.lines.join("\n"), line: open.line });
        open = undefined;
      }
      continue;
    }
    if (!open && raw.trim() === "") continue;

    const scan = scanLine(raw, quote);
    quote = scan.quote;
    const text = (scan.note < 0 ? raw : raw.slice(0, scan.note)).trimEnd();
    const note = scan.note < 0 ? undefined : raw.slice(scan.note + 1).trim();
    if (note !== undefined && text === "") {
      throw new ContentError(
        "a comment on a line of its own",
        line,
        "put it behind the command it belongs to, or make it a heading",
      );
    }
    open ??= { line, lines: [] };
    open.lines.push(open.lines.length === 0 ? text.trimStart() : text);
    if (quote !== undefined || text.endsWith("\\")) {
      if (note !== undefined) {
        throw new ContentError(
          "a note inside a command that goes on",
          line,
          "move it behind the command's last line",
        );
      }
      continue;
    }
    heredoc = heredocDelimiter(text);
    if (heredoc !== undefined) continue;
    const whole = open.lines.join("\n");
    commands.push({ text: whole, ...(note ? { note } : {}), line: open.line });
    open = undefined;
  }
  if (open) {
    const what = heredoc === undefined ? "an unclosed quote or a trailing \\" : `<<${heredoc}`;
    throw new ContentError(`${what} never ends`, open.line, "close it inside the block");
  }
  if (commands.length === 0) throw new ContentError("an empty block", 1, "write a command in it");
  return commands;
}

/**
 * Splits a command into words as a shell would, quotes removed, continuation lines joined. Enough
 * to read verb and flags; expansions are left as typed.
 * @param command one command's text
 * @returns its words in order
 */
export function shellWords(command: string): string[] {
  const words = command
    .replace(/\\\n/g, " ")
    .matchAll(/(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/g);
  return Array.from(words, ([word]) =>
    word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_all, single, double, char) =>
      String(single ?? double ?? char),
    ),
  );
}
