import type { SearchRecord } from "./records.ts";

const pageOf = (url: string) => url.replace(/#.*/, "");

/** Names of the terms that a page explains at length, by the page's address. */
function termsByPage(records: readonly SearchRecord[]): Map<string, string[]> {
  const terms = new Map<string, string[]>();
  for (const { kind, title, aliases, more } of records) {
    if (kind !== "term" || !more) continue;
    terms.set(more, [...(terms.get(more) ?? []), title, ...aliases.split(", ").filter(Boolean)]);
  }
  return terms;
}

/**
 * Adds to records what others say of them: a page gets the glossary's names of the terms that it
 * explains at length as aliases, and a message the group of its page.
 * @param records of all pages
 * @returns the records of each page following each other, in their order, the page itself first
 */
export function relate(records: readonly SearchRecord[]): SearchRecord[] {
  const groups = new Map<string, string>();
  for (const { kind, url, group } of records) if (kind === "page") groups.set(url, group);
  const terms = termsByPage(records);
  const related = records.map((record) => {
    const { kind, url, group, aliases } = record;
    const inherited = kind === "page" ? (terms.get(url) ?? []) : [];
    const all = [...aliases.split(", "), ...inherited.map((name) => name.toLowerCase())];
    return {
      ...record,
      group: group || (groups.get(pageOf(url)) ?? ""),
      aliases: [...new Set(all)].filter(Boolean).join(", "),
    };
  });
  const byPage = Map.groupBy(related, ({ url }) => pageOf(url));
  // Messages are read off the list of all, which may come before their page.
  const pageFirst = (a: SearchRecord, b: SearchRecord) =>
    Number(b.kind === "page") - Number(a.kind === "page");
  return [...byPage.values()].flatMap((own) => own.toSorted(pageFirst));
}
