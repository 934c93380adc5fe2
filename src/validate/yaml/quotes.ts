/** Offset behind the closing quote of a quoted text; undefined when there is none. */
function endOf(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const here = text.charAt(at);
    if (here === "\\" && quote === '"') at += 1;
    else if (here === quote) {
      if (quote === '"' || text.charAt(at + 1) !== "'") return at + 1;
      at += 1;
    }
  }
  return undefined;
}

/** The column at which the content of a line begins. */
const indentAt = (text: string, at: number): number => {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1);
  return line.length - line.trimStart().length;
};

/**
 * Indents the further lines of a quoted text, which YAML 1.2 demands and kubectl does not. They are
 * joined by single spaces, so its value stays the same.
 * @param start offset of the opening quote
 * @returns the whole text, changed; undefined when it would not help
 */
export function indentQuoted(text: string, start: number): string | undefined {
  const end = endOf(text, start);
  if (end === undefined) return undefined;
  const margin = " ".repeat(indentAt(text, start) + 1);
  const [first = "", ...rest] = text.slice(start, end).split("\n");
  if (rest.length === 0 || rest.some((line) => line.startsWith("---"))) return undefined;
  const lines = rest.map((line) => (line.trim() ? margin + line.trimStart() : line));
  const changed = text.slice(0, start) + [first, ...lines].join("\n") + text.slice(end);
  return changed === text ? undefined : changed;
}
