import type { Kind, SearchRecord } from "./records.ts";

/** One place that search can lead to, as the browser knows it. */
export interface Place {
  kind: Kind;
  /** Address from the site's root, with the fragment of the exact place. */
  url: string;
  title: string;
  /** Title of the page that the place is on. */
  page: string;
  /** What it stands under in the list of results. */
  group: string;
  /** Other words that lead here. */
  aliases: readonly string[];
  /** What a command does to the cluster: see src/code/effect.ts. */
  effect: string;
  /** The name that the full-text index has for it. */
  id: string;
}

/** All places, and the words that they have. */
export interface Site {
  places: readonly Place[];
  /** Number of places by word, in the order of code units. */
  words: ReadonlyMap<string, number>;
}

const KINDS: readonly Kind[] = ["page", "section", "command", "manifest", "error", "term"];

/** What every id begins with; the file leaves it out. */
const LANGUAGE = "en_";

/**
 * A place in the file: id, kind, page, fragment, title, aliases, effect. What is empty at the end
 * is left out; a fragment that follows from the title is `~`.
 */
type Row = [string, number, number, string, string, string?, string?];

interface File {
  /** Address, title and group of each page. */
  pages: [string, string, string][];
  places: Row[];
  /** Words, each with the number of places that have it behind a blank, unless that is 1. */
  words: string;
}

/** The fragment that most headings and commands have: see github-slugger, and src/mdx/blocks.plugin.ts. */
function usualFragment(kind: Kind, title: string): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
  if (kind === "command") return `cmd-${slug(title.replace(/[<>='"]/g, " ").trim())}`;
  return kind === "manifest" ? title : slug(title);
}

/** The address without what tells apart records that lead to one place; see SearchRecord. */
const place = (url: string) => url.replace(/~\d+$/, "");

/**
 * Writes places and words as the text that the browser reads.
 * @param records the places
 * @param ids the full-text index's name for each record, by its address
 * @param words number of places by word
 * @throws Error naming a record that the full-text index does not have
 */
export function writeSite(
  records: readonly SearchRecord[],
  ids: ReadonlyMap<string, string>,
  words: ReadonlyMap<string, number>,
): string {
  const pages = new Map<string, number>();
  const table: File["pages"] = [];
  const places = records.map(({ kind, url, title, page, group, aliases, effect = "" }): Row => {
    const id = ids.get(url);
    if (id === undefined) throw new Error(`The full-text index has nothing for ${url}.`);
    const [path = "", fragment = ""] = place(url).split("#");
    const key = `${path} ${page} ${group}`;
    const number = pages.get(key) ?? table.push([path, page, group]) - 1;
    pages.set(key, number);
    const short = fragment === usualFragment(kind, title) ? "~" : fragment;
    const row: Row = [id.replace(LANGUAGE, ""), KINDS.indexOf(kind), number, short, title];
    if (aliases !== "" || effect !== "") row.push(aliases);
    if (effect !== "") row.push(effect);
    return row;
  });
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(([word, count]) => (count === 1 ? word : `${word} ${count}`));
  return JSON.stringify({ pages: table, places, words: lines.join("\n") } satisfies File);
}

/**
 * Reads what writeSite wrote.
 * @param text the file's text
 * @throws SyntaxError when it is no JSON
 */
export function readSite(text: string): Site {
  const file = JSON.parse(text) as File;
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
