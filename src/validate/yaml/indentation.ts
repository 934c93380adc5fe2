interface Line {
  text: string;
  at: number;
}

/**
 * Recognises a document that lost its indentation when it was copied.
 * @param text one YAML document
 * @returns the key whose fields should be indented, and the offset of the first of them;
 *   undefined when there is indentation, or none is needed
 */
export function lostIndentation(text: string): { key: string; at: number } | undefined {
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    if (line.trim() && !/^\s*#/.test(line) && !/^(---|\.\.\.)/.test(line)) {
      lines.push({ text: line, at });
    }
    at += line.length + 1;
  }
  if (lines.some((line) => /^\s/.test(line.text))) return undefined;
  for (const [index, line] of lines.entries()) {
    const key = /^(?:- )?([\w.-]+):\s*(?:#.*)?$/.exec(line.text)?.[1];
    const next = lines[index + 1];
    if (key && next && /^[\w.-]+:(\s|$)/.test(next.text)) return { key, at: next.at };
  }
  return undefined;
}
