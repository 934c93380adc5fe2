import { KINDS, LANGUAGE, usualFragment, type Row, type SiteFile } from "../match/site-file.ts";
import type { SearchRecord } from "./records.ts";

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
  const table: SiteFile["pages"] = [];
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
  return JSON.stringify({ pages: table, places, words: lines.join("\n") } satisfies SiteFile);
}
