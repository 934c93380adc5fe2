/**
 * What surrounds a place in a command: nothing, a kind of quotes, or what is too complex to
 * quote in, such as a substitution or the text of a here-document.
 */
export type QuoteContext = "bare" | "single" | "double" | "complex";

/** Characters that mean nothing to bash and zsh, wherever in a word they are. */
const PLAIN = /^[\w./:@%+,-]+$/;

/**
 * Quotes a value so that a shell passes it on unchanged, as a part of the word that it is put into.
 * @param value one line of text
 * @param context what surrounds the place
 * @returns undefined where no quoting is certain to preserve it
 */
export function quote(value: string, context: QuoteContext): string | undefined {
  if (PLAIN.test(value)) return value;
  const inSingle = value.replaceAll("'", `'\\''`);
  if (context === "bare") return `'${inSingle}'`;
  if (context === "single") return inSingle;
  // An interactive shell expands ! within double quotes too: closed, quoted, and opened again.
  if (context === "double") return `"'${inSingle}'"`;
  return undefined;
}
