/** A word that ends a here-document, and is no line of it. */
function delimiterFor(text: string): string {
  const lines = new Set(text.split("\n"));
  let word = "EOF";
  for (let count = 2; lines.has(word); count += 1) word = `EOF${count}`;
  return word;
}

/**
 * The command that applies a manifest from its address.
 * @param url where it is served
 */
export const applyFrom = (url: string): string => `kubectl apply -f ${url}`;

/**
 * The command that applies a manifest from a here-document, to paste into a terminal. Its quoted
 * delimiter keeps the shell's hands off the text.
 * @param text the manifest, ending in a newline
 * @param fill writes the reader's names into the command; the manifest stays as it is
 */
export function applyHere(text: string, fill: (command: string) => string): string {
  const word = delimiterFor(text);
  return `${fill("kubectl apply -f -")} <<'${word}'\n${text}${word}`;
}
