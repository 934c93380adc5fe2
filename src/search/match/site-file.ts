import type { Kind, Place } from "./place.ts";

/** All places, and the words that they have. */
export interface Site {
  places: readonly Place[];
  /** Number of places by word, in the order of code units. */
  words: ReadonlyMap<string, number>;
}

export const KINDS: readonly Kind[] = ["page", "section", "command", "manifest", "error", "term"];

/** What every id begins with; the file leaves it out. */
export const LANGUAGE = "en_";

/**
 * A place in the file: id, kind, page, fragment, title, aliases, effect. What is empty at the end
 * is left out; a fragment that follows from the title is `~`.
 */
export type Row = [string, number, number, string, string, string?, string?];

export interface SiteFile {
  /** Address, title and group of each page. */
  pages: [string, string, string][];
  places: Row[];
  /** Words, each with the number of places that have it behind a blank, unless that is 1. */
  words: string;
}

/** The fragment that most headings and commands have: see github-slugger, and src/mdx/blocks.plugin.ts. */
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
 * Reads what writeSite wrote.
 * @param text the file's text
 * @throws SyntaxError when it is no JSON
 */
export function readSite(text: string): Site {
  const file = JSON.parse(text) as SiteFile;
  const places = file.places.map(
    ([id, number, at, short, title, aliases = "", effect = ""]): Place => {
      const [path, page, group] = file.pages[at] ?? ["/", "", ""];
      const kind = KINDS[number] ?? "page";
      const fragment = short === "~" ? usualFragment(kind, title) : short;
      return {
        kind,
        url: fragment === "" ? path : `${path}#${fragment}`,
        title,
        page,
        group,
        aliases: aliases === "" ? [] : aliases.split(", "),
        effect,
        id: LANGUAGE + id,
      };
    },
  );
  const words = file.words.split("\n").map((line): [string, number] => {
    const [word = "", count = "1"] = line.split(" ");
    return [word, Number(count)];
  });
  return { places, words: new Map(words) };
}
