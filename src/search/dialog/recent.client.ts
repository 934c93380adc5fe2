import { readJson, writeJson } from "../../page/json-storage.client.ts";

const KEY = "searches";

/** Most searches that are kept, and most characters of one. */
const LIMIT = 6;
const LONGEST = 80;

/** The reader's last searches in this browser, newest first. */
export function recentSearches(): string[] {
  const stored = readJson(KEY);
  if (!Array.isArray(stored)) return [];
  const texts = stored.filter((one): one is string => typeof one === "string" && one !== "");
  return texts.slice(0, LIMIT).map((text) => text.slice(0, LONGEST));
}

/** Keeps a search that led somewhere; one that is too long to be read in a list is left out. */
export function keepSearch(query: string): void {
  if (query === "" || query.length > LONGEST) return;
  const others = recentSearches().filter((one) => one.toLowerCase() !== query.toLowerCase());
  writeJson(KEY, [query, ...others].slice(0, LIMIT));
}

export function clearSearches(): void {
  writeJson(KEY, undefined);
}
