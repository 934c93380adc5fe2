import type { Kind, Place } from "./place.ts";

/** What the browser knows of the site before the full-text index is loaded. */
export interface Site {
  places: readonly Place[];
  /** Number of places by word, in the order of code units. */
  words: ReadonlyMap<string, number>;
}

export const KINDS: readonly Kind[] = ["page", "section", "command", "manifest", "error", "term"];

/**
 * A place in the file: kind, page, fragment, title, aliases, effect. Trailing empty values are left
 * out; a fragment that follows from the title is `~`.
 */
export type Row = [number, number, string, string, string?, string?];

export interface SiteFile {
  /** Address, title and group of each page. */
  pages: [string, string, string][];
  /** Places of one address follow each other. */
  places: Row[];
  /** Words, one per line, followed by a space and the number of places that have it unless 1. */
  words: string;
}

/** The fragment of most headings and commands: see github-slugger, and src/mdx/blocks.plugin.ts. */
export function usualFragment(kind: Kind, title: string): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
  if (kind === "command") return `cmd-${slug(title.replace(/[<>='"]/g, " ").trim())}`;
  return kind === "manifest" ? title : slug(title);
}

/**
 * Reads what build/site-file.ts wrote.
 * @throws SyntaxError when the text is not JSON
 */
export function readSite(text: string): Site {
  const file = JSON.parse(text) as SiteFile;
  let pageNumber = -1;
  let previous: string | undefined;
  const places = file.places.map((row, id): Place => {
    const [kindNumber, at, short, title, aliases = "", effect = ""] = row;
    const [path, page, group] = file.pages[at] ?? ["/", "", ""];
    if (path !== previous) pageNumber += 1;
    previous = path;
    const kind = KINDS[kindNumber] ?? "page";
    const fragment = short === "~" ? usualFragment(kind, title) : short;
    return {
      id,
      kind,
      url: fragment === "" ? path : `${path}#${fragment}`,
      title,
      page,
      pageNumber,
      group,
      aliases: aliases === "" ? [] : aliases.split(", "),
      effect,
    };
  });
  const words = file.words.split("\n").map((line): [string, number] => {
    const [word = "", count = "1"] = line.split(" ");
    return [word, Number(count)];
  });
  return { places, words: new Map(words) };
}
