/**
 * What surrounds a place in a command: nothing, a kind of quotes, or what is too intricate to
 * quote in, such as a substitution or a here-document's text.
 */
export type Context = "bare" | "single" | "double" | "intricate";

/** Characters that mean nothing to bash and zsh, wherever in a word they stand. */
const PLAIN = /^[\w./:@%+,-]+$/;

/**
 * Tells what surrounds a place in a command, after the quoting of bash(1).
 * @param text the command
 * @param at index of a character in it
 */
export function contextAt(text: string, at: number): Context {
  const before = text.slice(0, at);
  if (/<<|`|\$[('"{]/.test(before)) return "intricate";
  let context: Context = "bare";
  for (let index = 0; index < before.length; index += 1) {
    const char = before[index];
    if (context === "single") {
      if (char === "'") context = "bare";
    } else if (char === "\\") {
      index += 1;
    } else if (context === "double") {
      if (char === '"') context = "bare";
    } else if (char === "'") context = "single";
    else if (char === '"') context = "double";
  }
  return context;
}

/**
 * Writes a value so that a shell hands it on unchanged, as a part of the word it stands in.
 * @param value one line of text
 * @param context what surrounds the place
 * @returns the value, quoted where it has to be; undefined where no quotes are sure to hold it
 */
export function quote(value: string, context: Context): string | undefined {
  if (PLAIN.test(value)) return value;
  const inSingle = value.replaceAll("'", `'\\''`);
  if (context === "bare") return `'${inSingle}'`;
  if (context === "single") return inSingle;
  // An interactive shell expands ! within double quotes too: closed, quoted, and opened again.
  if (context === "double") return `"'${inSingle}'"`;
  return undefined;
}
