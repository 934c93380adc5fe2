import { KINDS, usualFragment, type Row, type SiteFile } from "../match/site-file.ts";
import type { SearchRecord } from "./records.ts";

/**
 * Writes places and words as the text that the browser reads.
 * @param records those of one address following each other
 * @param words number of places by word
 */
export function writeSite(
  records: readonly SearchRecord[],
  words: ReadonlyMap<string, number>,
): string {
  const pages = new Map<string, number>();
  const table: SiteFile["pages"] = [];
  const places = records.map(({ kind, url, title, page, group, aliases, effect = "" }): Row => {
    const [path = "", fragment = ""] = url.split("#");
    const key = `${path} ${page} ${group}`;
    const number = pages.get(key) ?? table.push([path, page, group]) - 1;
    pages.set(key, number);
    const short = fragment === usualFragment(kind, title) ? "~" : fragment;
    const row: Row = [KINDS.indexOf(kind), number, short, title];
    if (aliases !== "" || effect !== "") row.push(aliases);
    if (effect !== "") row.push(effect);
    return row;
  });
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(([word, count]) => (count === 1 ? word : `${word} ${count}`));
  return JSON.stringify({ pages: table, places, words: lines.join("\n") } satisfies SiteFile);
}
