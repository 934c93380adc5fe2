/** Where a word of the shell may begin: at the start, and behind blanks and operators. */
const BEFORE_WORD = /(?:^|[\s;|&()])$/;

/**
 * Index behind the quote that opens at an index; undefined where it goes on in another line, or
 * holds a substitution, which may have quotes of its own.
 */
function quoteEnd(text: string, at: number): number | undefined {
  const quoted = text[at] === "'" ? /'[^'\n]*'/y : /"(?:[^"\\\n`$]|\$(?!\()|\\[^\n])*"/y;
  quoted.lastIndex = at;
  return quoted.test(text) ? quoted.lastIndex : undefined;
}

/**
 * Joins a command that trailing backslashes break over lines: each break, with the indentation
 * behind it, becomes one blank, or nothing where no blank parts the words. For bash and zsh the
 * result is the same command.
 * @param text one command
 * @returns the command on one line; undefined where there is nothing to join, or where a line's end
 *   means something: within quotes, in a here-document, behind an operator or a comment
 */
export function joinLines(text: string): string | undefined {
  let joined = "";
  // A blank that is not part of a word: an escaped one is.
  let parted = false;
  let breaks = 0;
  for (let at = 0; at < text.length;) {
    const char = text[at] ?? "";
    const next = text[at + 1];
    if (char === "\\" && next === "\n") {
      const [indent = ""] = /^[ \t]*/.exec(text.slice(at + 2)) ?? [];
      if (indent !== "" && !parted) joined += " ";
      parted ||= indent !== "";
      breaks += 1;
      at += 2 + indent.length;
      continue;
    }
    let end = at + 1;
    if (char === "\\") {
      end += 1;
    } else if (char === "'" || char === '"') {
      const closed = joined.endsWith("$") ? undefined : quoteEnd(text, at);
      if (closed === undefined) return undefined;
      end = closed;
    } else if (char === "<" && next === "<") {
      if (text[at + 2] !== "<") return undefined;
      end += 2;
    } else if (char === "\n" || char === "`" || (char === "#" && BEFORE_WORD.test(joined))) {
      return undefined;
    }
    joined += text.slice(at, end);
    parted = char === " " || char === "\t";
    at = end;
  }
  return breaks > 0 ? joined : undefined;
}
