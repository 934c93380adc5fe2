import { KINDS, shortenWords, usualFragment, type Row, type SiteFile } from "../match/site-file.ts";
import type { SearchRecord } from "./records.ts";

/** Rows of the places, and the pages that they refer to. */
function tabulate(records: readonly SearchRecord[]): { pages: SiteFile["pages"]; rows: Row[] } {
  const numbers = new Map<string, number>();
  const pages: SiteFile["pages"] = [];
  const rows = records.map((record): Row => {
    const { kind, url, title, page, group, aliases, unless = "", effect = "" } = record;
    const [path = "", fragment = ""] = url.split("#");
    const key = `${path} ${page} ${group}`;
    const number = numbers.get(key) ?? pages.push([path, page, group]) - 1;
    numbers.set(key, number);
    const short = fragment === usualFragment(kind, title) ? "~" : fragment;
    return {
      kind,
      page: number,
      fragment: short,
      title,
      aliases: kind === "error" ? unless : aliases,
      effect,
    };
  });
  return { pages, rows };
}

/** @throws Error when a value has a line break, which would move all that follow */
function lines(values: readonly string[]): string {
  const broken = values.find((value) => value.includes("\n"));
  if (broken !== undefined) throw new Error(`Search index: “${broken}” has a line break.`);
  return values.join("\n");
}

/**
 * Writes places and words as the text that the browser reads.
 * @param records those of one address following each other
 * @param words number of places by word
 * @throws Error when an alias or a fragment has a line break
 */
export function writeSite(
  records: readonly SearchRecord[],
  words: ReadonlyMap<string, number>,
): string {
  const { pages, rows } = tabulate(records);
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({
    pages,
    kinds: rows.map(({ kind }) => KINDS.indexOf(kind)).join(""),
    pageSteps: rows.map(({ page }, at) => page - (rows[at - 1]?.page ?? 0)),
    fragments: lines(rows.map(({ fragment }) => fragment)),
    titles: rows.map(({ title }) => title),
    aliases: lines(rows.map(({ aliases }) => aliases)),
    effects: lines(rows.map(({ effect }) => effect)),
    words: shortenWords(sorted.map(([word]) => word)),
    counts: sorted.map(([, count]) => count),
  } satisfies SiteFile);
}
