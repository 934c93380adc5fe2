import type { ThemeRegistrationRaw } from "shiki";

/** Classes that highlighted code may carry; the styles give each a colour of its own. */
export type TokenClass = "k" | "s" | "n" | "c" | "p" | "f";

/**
 * TextMate scopes by class. Shiki writes colours, not classes, so each class is given a colour
 * that stands for it and never reaches the page.
 */
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

const CLASSES = Object.keys(SCOPES) as TokenClass[];
const colourOf = (index: number) => `#0000${(index + 1).toString(16).padStart(2, "0")}`;
const PLAIN = "#000000";
const CLASS_OF = new Map(CLASSES.map((name, index) => [colourOf(index), name]));

/** The theme that Shiki colours with: one colour a class. */
export const theme: ThemeRegistrationRaw = {
  name: "classes",
  type: "light",
  settings: [
    { settings: { foreground: PLAIN, background: "#ffffff" } },
    ...CLASSES.map((name, index) => ({
      scope: [...SCOPES[name]],
      settings: { foreground: colourOf(index) },
    })),
    // A command's plain arguments are strings to the grammar, and plain to a reader.
    { scope: "string.unquoted.argument.shell", settings: { foreground: PLAIN } },
  ],
};

/**
 * The class that a colour of the theme stands for.
 * @param colour a token's colour as Shiki reports it
 * @returns the class, or undefined for plain text
 */
export function classOfColour(colour: string | undefined): TokenClass | undefined {
  return CLASS_OF.get((colour ?? "").toLowerCase());
}
