const LETTERS: Record<string, string> = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  E: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const ESCAPE =
  /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|c([\s\S])|([\s\S]))/g;

/**
 * Resolves the escapes of `$'…'` as bash(1) lists them under QUOTING. Codes above 127 by `\x` and
 * octal digits, which are bytes for a shell, are taken as code points.
 * @param text what is between the quotes
 */
export function decodeAnsiC(text: string): string {
  const code = (digits: string, base: number) => String.fromCodePoint(parseInt(digits, base));
  return text.replace(
    ESCAPE,
    (
      all: string,
      octal?: string,
      hex?: string,
      short?: string,
      long?: string,
      control?: string,
      letter?: string,
    ) => {
      if (octal !== undefined) return code(octal, 8);
      const digits = hex ?? short ?? long;
      if (digits !== undefined) return parseInt(digits, 16) > 0x10ffff ? all : code(digits, 16);
      if (control !== undefined)
        return String.fromCharCode(control.toUpperCase().charCodeAt(0) & 31);
      if (letter === undefined) return all;
      if (`\\'"?`.includes(letter)) return letter;
      return LETTERS[letter] ?? all;
    },
  );
}
