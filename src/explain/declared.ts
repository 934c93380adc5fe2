import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** An interface of a declaration file, or a member of one. */
export interface Declared {
  /** Its doc comment. */
  text: string;
  /** The declaration file of the interface that is its type. */
  file: string | undefined;
  /** The members of the interface, or of an object type written in place. */
  members: Map<string, Declared>;
}

const imports = /^import \{ (\w+) \} from "([^"]+)";$/gm;

/** What matters of an interface: comments, quoted names of members, braces, names of interfaces. */
const tokens =
  /\/\*\*(?<comment>.*?)\*\/|^ *"(?<name>[^"\n]+)"\??:|(?<brace>[{}])|\b(?<type>I[A-Z]\w+)/gms;

/** The text of a doc comment, its escapes undone. */
const textOf = (comment: string) =>
  comment
    .replace(/^[ \t]*\* ?/gm, "")
    .replace(/\\([*/@])/g, "$1")
    .trim();

/** The declaration file of each imported name. */
function importsOf(source: string, folder: string, modules: string): Map<string, string> {
  const found = Array.from(source.matchAll(imports), ([, name = "", module = ""]) => {
    const from = join(module.startsWith(".") ? folder : modules, module.replace(/\.js$/, ""));
    return [name, `${from}.d.ts`] as const;
  });
  return new Map(found);
}

/**
 * Reads the one interface of a declaration file of kubernetes-models, which has a class after it.
 * @param file path of the file
 * @param modules the node_modules folder
 */
export function readDeclared(file: string, modules: string): Declared {
  const [source = ""] = readFileSync(file, "utf8").split("export declare class");
  const files = importsOf(source, dirname(file), modules);
  const all: Declared = { text: "", file: undefined, members: new Map() };
  const open: Declared[] = [];
  let last = all;
  let text = "";
  for (const { groups } of source.slice(source.search(/^(\/|export)/m)).matchAll(tokens)) {
    const { comment, name, brace, type } = groups ?? {};
    if (comment !== undefined) {
      text = textOf(comment);
    } else if (name !== undefined) {
      last = { text, file: undefined, members: new Map() };
      open.at(-1)?.members.set(name, last);
      text = "";
    } else if (brace === "{") {
      if (last === all) all.text = text;
      // The type named before the first brace is the interface that this one extends.
      if (last === all && all.file) all.members = readDeclared(all.file, modules).members;
      text = "";
      open.push(last);
    } else if (brace === "}") {
      open.pop();
    } else if (type !== undefined) {
      last.file = files.get(type);
    }
  }
  return all;
}
