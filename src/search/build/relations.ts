import type { SearchRecord } from "./records.ts";

const pageOf = (url: string) => url.replace(/[#~].*/, "");

/**
 * Adds to records what others say of them: a page is also called what the glossary calls the terms
 * that it explains at length, and a message stands with the page that explains it.
 * @param records of all pages
 * @returns the records in their order
 */
export function relate(records: readonly SearchRecord[]): SearchRecord[] {
  const groups = new Map<string, string>();
  const terms = new Map<string, string[]>();
  for (const { kind, url, group, title, aliases, more } of records) {
    if (kind === "page") groups.set(url, group);
    if (kind !== "term" || !more) continue;
    terms.set(more, [...(terms.get(more) ?? []), title, ...aliases.split(", ").filter(Boolean)]);
  }
  return records.map((record) => {
    const { kind, url, group, aliases } = record;
    const inherited = kind === "page" ? (terms.get(url) ?? []) : [];
    const all = [...aliases.split(", "), ...inherited.map((name) => name.toLowerCase())];
    return {
      ...record,
      group: group || (groups.get(pageOf(url)) ?? ""),
      aliases: [...new Set(all)].filter(Boolean).join(", "),
    };
  });
}
