/**
 * Writes a manifest as a command that can be pasted into a terminal: the text goes to kubectl as a
 * here-document whose delimiter is quoted, so that the shell expands nothing in it (bash(1)).
 * @param text the manifest, ending in a newline or not
 * @param command what reads it, `kubectl apply -f -`
 * @returns the command, without a newline at its end
 */
export function hereDocument(text: string, command: string): string {
  const body = text.endsWith("\n") ? text : `${text}\n`;
  const lines = new Set(body.split("\n"));
  let delimiter = "EOF";
  while (lines.has(delimiter)) delimiter += "_";
  return `${command} <<'${delimiter}'\n${body}${delimiter}`;
}
