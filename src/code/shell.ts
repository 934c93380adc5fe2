import { ContentError } from "../content/content-error.ts";

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

/** The end of a here-document. */
interface Delimiter {
  word: string;
  /** `<<-`: the end may be indented by tabs. */
  tabs: boolean;
}

/** What one line of a command leaves for the next. */
interface Scan {
  /** Index of the `#` that starts the note, or -1. */
  note: number;
  quote: Quote;
  heredoc: Delimiter | undefined;
  /** Whether it ends in a backslash, a pipe or `&&`, so that the command goes on. */
  continues: boolean;
}

const HEREDOC = /<<(-?)\s*(?:'([^']+)'|"([^"]+)"|\\?([\w.-]+))/y;

/** The here-document that starts at an index of a line, if one does: `<<<` and `1 << n` are none. */
function heredocAt(line: string, at: number): Delimiter | undefined {
  const arithmetic = line.lastIndexOf("((", at) > line.lastIndexOf("))", at);
  if (arithmetic || line[at - 1] === "<") return undefined;
  HEREDOC.lastIndex = at;
  const match = HEREDOC.exec(line);
  const word = match?.[2] ?? match?.[3] ?? match?.[4];
  return word === undefined ? undefined : { word, tabs: match?.[1] === "-" };
}

/**
 * Reads one line as bash(1) has it: quotes, here-documents, continuation, and the note: a `#` at a
 * word's start, outside quotes.
 */
function scanLine(line: string, quote: Quote): Scan {
  let heredoc: Delimiter | undefined;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at];
    if (quote === "'") {
      if (char === "'") quote = undefined;
    } else if (char === "\\") {
      // Blanks behind the last backslash are a slip: the line was meant to go on.
      if (line.slice(at + 1).trim() === "" || /^\s+#/.test(line.slice(at + 1))) {
        return { note: line.indexOf("#", at), quote, heredoc, continues: true };
      }
      at += 1;
    } else if (quote === '"') {
      if (char === '"') quote = undefined;
    } else if (char === "'" || char === '"') {
      quote = char;
    } else if (char === "<" && line[at + 1] === "<") {
      heredoc ??= heredocAt(line, at);
    } else if (char === "#" && (at === 0 || /\s/.test(line[at - 1] ?? ""))) {
      return { note: at, quote, heredoc, continues: /(?:\||&&)\s*$/.test(line.slice(0, at)) };
    }
  }
  const continues = quote === undefined && /(?:\||&&)\s*$/.test(line);
  return { note: -1, quote, heredoc, continues };
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
  let open: { line: number; lines: string[]; note?: string } | undefined;
  let quote: Quote;
  let heredoc: Delimiter | undefined;
  const close = () => {
    if (open) commands.push({ text: open.lines.join("\n"), ...noted(open), line: open.line });
    open = undefined;
  };

  for (const [index, raw] of source.split(/\r?\n/).entries()) {
    const line = index + 1;
    if (heredoc !== undefined && open) {
      open.lines.push(raw);
      if ((heredoc.tabs ? raw.replace(/^\t+/, "") : raw) !== heredoc.word) continue;
      heredoc = undefined;
      close();
      continue;
    }
    if (raw.trim() === "" && quote === undefined) {
      if (!open) continue;
      const hint = "take the empty line out, or the \\ or | above it";
      throw new ContentError("a command that goes on in an empty line", open.line, hint);
    }

    const scan = scanLine(raw, quote);
    quote = scan.quote;
    const before = scan.note < 0 ? raw : raw.slice(0, scan.note);
    // Blanks at the end of a line within quotes belong to the command.
    const text = quote === undefined ? before.trimEnd() : before;
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
    if (quote !== undefined || scan.continues) {
      if (note === undefined) continue;
      throw new ContentError(
        "a note inside a command that goes on",
        line,
        "move it behind the command's last line",
      );
    }
    if (note) open.note = note;
    heredoc = scan.heredoc;
    if (heredoc === undefined) close();
  }
  if (open) {
    const what = heredoc ? `<<${heredoc.word}` : "an unclosed quote, a trailing \\ or |";
    throw new ContentError(`${what} never ends`, open.line, "close it inside the block");
  }
  if (commands.length === 0) throw new ContentError("an empty block", 1, "write a command in it");
  return commands;
}

const noted = ({ note }: { note?: string }) => (note === undefined ? {} : { note });

/** A command without the text of its here-documents. */
function withoutHeredocs(command: string): string {
  let quote: Quote;
  let heredoc: Delimiter | undefined;
  return command
    .split("\n")
    .filter((line) => {
      if (heredoc !== undefined) {
        if (line.trimStart() === heredoc.word) heredoc = undefined;
        return false;
      }
      ({ quote, heredoc } = scanLine(line, quote));
      return true;
    })
    .join("\n");
}

const TOKEN = /(&&|\|\||[;|&()\n])|(?:[^\s'"\\;|&()]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/g;

/**
 * Splits a command into the simple commands of its pipelines, lists and subshells, each as words.
 * @param command one command's text
 * @returns the words of each part in order, without here-documents; empty parts left out
 */
export function shellParts(command: string): string[][] {
  const parts: string[][] = [[]];
  for (const [token, operator] of withoutHeredocs(command).replace(/\\\n/g, "").matchAll(TOKEN)) {
    if (operator !== undefined) parts.push([]);
    else parts.at(-1)?.push(...shellWords(token));
  }
  return parts.filter((words) => words.length > 0);
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
