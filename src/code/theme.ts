import type { ThemeRegistrationRaw } from "shiki";

/** Classes that highlighted code may carry; the styles give each a colour of its own. */
export type TokenClass = "k" | "s" | "n" | "c" | "p" | "f";

/** TextMate scopes by class. */
const SCOPES: Record<TokenClass, readonly string[]> = {
  // k: keys and keywords
  k: [
    "entity.name.tag",
    "support.type.property-name",
    "keyword",
    "storage",
    "variable.other.env",
    "entity.name.function.shell",
    "entity.name.command.shell",
    "support.function.builtin.shell",
  ],
  // s: strings and plain scalars
  s: ["string"],
  // n: numbers, booleans, null
  n: ["constant.numeric", "constant.language", "constant.other.timestamp"],
  // c: comments
  c: ["comment", "punctuation.definition.comment"],
  // p: punctuation
  p: ["punctuation", "keyword.operator", "meta.brace"],
  // f: flags of a command
  f: ["constant.other.option"],
};

const isClass = (name: string): name is TokenClass => Object.hasOwn(SCOPES, name);

/**
 * The theme that Shiki highlights with. Its colours are the names of the classes: Shiki passes on
 * as it is whatever does not begin with `#`.
 */
export const theme: ThemeRegistrationRaw = {
  name: "classes",
  type: "light",
  fg: "plain",
  bg: "none",
  settings: [
    ...Object.entries(SCOPES).map(([name, scope]) => ({
      scope: [...scope],
      settings: { foreground: name },
    })),
    // A command's plain arguments are strings to the grammar, and plain to a reader.
    { scope: "string.unquoted.argument.shell", settings: { foreground: "plain" } },
  ],
};

/**
 * The class of a token.
 * @param color the token's colour as Shiki reports it
 * @returns undefined for plain text
 */
export const classOf = (color: string | undefined): TokenClass | undefined =>
  color !== undefined && isClass(color) ? color : undefined;
