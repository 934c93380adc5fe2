import type { Kind, Place } from "./place.ts";

/** What the browser knows of the site before the full-text index is loaded. */
export interface Site {
  places: readonly Place[];
  /** Number of places by word, in the order of code units. */
  words: ReadonlyMap<string, number>;
}

export const KINDS: readonly Kind[] = ["page", "section", "command", "manifest", "error", "term"];

/** A place in the file: one value for each of its columns. */
export interface Row {
  kind: Kind;
  /** Number of its entry in `pages`. */
  page: number;
  fragment: string;
  title: string;
  /** For a message, the words that give it another meaning. */
  aliases: string;
  effect: string;
}

/**
 * Places in columns, since values of one sort compress best next to each other: two fifths smaller
 * at 1,000 pages than row by row. Values of text are one per line.
 */
export interface SiteFile {
  /** Address, title and group of each page. */
  pages: [string, string, string][];
  /** One digit per place: its number in KINDS. Places of one address follow each other. */
  kinds: string;
  /** For each place, how many entries its page comes after that of the place before. */
  pageSteps: number[];
  /** A fragment that follows from the title is `~`. */
  fragments: string;
  /** As JSON strings, since commands have line breaks. */
  titles: string[];
  aliases: string;
  effects: string;
  /**
   * Words in the order of code units, each as the number of letters that it starts with as the word
   * before, in base 36, and the rest.
   */
  words: string;
  /** Number of places that have each word. */
  counts: number[];
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

/** Most letters of a shared start: the largest digit of base 36. */
const MAX_SHARED = 35;

/** Writes sorted words with their shared starts left out. */
export function shortenWords(words: readonly string[]): string {
  let previous = "";
  const lines = words.map((word) => {
    let shared = 0;
    while (shared < MAX_SHARED && shared < word.length && word[shared] === previous[shared]) {
      shared += 1;
    }
    previous = word;
    return shared.toString(36) + word.slice(shared);
  });
  return lines.join("\n");
}

/** Numbers of places by word: see SiteFile. */
function readWords({ words, counts }: SiteFile): Map<string, number> {
  const read = new Map<string, number>();
  let word = "";
  for (const line of words.split("\n")) {
    word = word.slice(0, parseInt(line.charAt(0), 36)) + line.slice(1);
    read.set(word, counts[read.size] ?? 1);
  }
  return read;
}

const NO_NAMES: readonly string[] = [];

const namesIn = (text: string): readonly string[] => (text === "" ? NO_NAMES : text.split(", "));

/** Numbers of a place and of its page: see Place. */
type At = Pick<Place, "id" | "pageNumber">;

/** A place of the file. What costs time is computed when a query first comes across the place. */
class StoredPlace implements Place {
  readonly id: number;
  readonly kind: Kind;
  readonly title: string;
  readonly page: string;
  readonly pageNumber: number;
  readonly group: string;
  readonly effect: string;
  readonly #path: string;
  readonly #fragment: string;
  readonly #names: string;
  #url: string | undefined;

  constructor(row: Omit<Row, "page">, [path, page, group]: SiteFile["pages"][number], at: At) {
    this.id = at.id;
    this.kind = row.kind;
    this.title = row.title;
    this.page = page;
    this.pageNumber = at.pageNumber;
    this.group = group;
    this.effect = row.effect;
    this.#path = path;
    this.#fragment = row.fragment;
    this.#names = row.aliases;
  }

  get url(): string {
    if (this.#url !== undefined) return this.#url;
    const fragment = this.#fragment === "~" ? usualFragment(this.kind, this.title) : this.#fragment;
    return (this.#url = fragment === "" ? this.#path : `${this.#path}#${fragment}`);
  }

  get aliases(): readonly string[] {
    return this.kind === "error" ? NO_NAMES : namesIn(this.#names);
  }

  get unless(): readonly string[] {
    return this.kind === "error" ? namesIn(this.#names) : NO_NAMES;
  }
}

function readPlaces(file: SiteFile): Place[] {
  const fragments = file.fragments.split("\n");
  const aliases = file.aliases.split("\n");
  const effects = file.effects.split("\n");
  let at = 0;
  let pageNumber = -1;
  let previous: string | undefined;
  return file.titles.map((title, id): Place => {
    at += file.pageSteps[id] ?? 0;
    const page = file.pages[at] ?? ["/", "", ""];
    if (page[0] !== previous) pageNumber += 1;
    previous = page[0];
    const row = {
      kind: KINDS[Number(file.kinds[id])] ?? "page",
      title,
      fragment: fragments[id] ?? "",
      aliases: aliases[id] ?? "",
      effect: effects[id] ?? "",
    };
    return new StoredPlace(row, page, { id, pageNumber });
  });
}

/**
 * Reads what build/site-file.ts wrote.
 * @throws SyntaxError when the text is not JSON
 */
export function readSite(text: string): Site {
  const file = JSON.parse(text) as SiteFile;
  return { places: readPlaces(file), words: readWords(file) };
}
