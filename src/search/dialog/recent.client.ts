const KEY = "searches";

/** Most searches that are kept, and most characters of one. */
const LIMIT = 6;
const LONGEST = 80;

/**
 * What the reader searched for in this browser.
 * @returns newest first; none where nothing is stored, or nothing may be
 */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(stored)) return [];
    const texts = stored.filter((one): one is string => typeof one === "string" && one !== "");
    return texts.slice(0, LIMIT).map((text) => text.slice(0, LONGEST));
  } catch {
    return [];
  }
}

/**
 * Keeps a search that led somewhere.
 * @param query what was searched for; what is too long to be read in a list is left out
 */
export function keepSearch(query: string): void {
  if (query === "" || query.length > LONGEST) return;
  const others = recentSearches().filter((one) => one.toLowerCase() !== query.toLowerCase());
  try {
    localStorage.setItem(KEY, JSON.stringify([query, ...others].slice(0, LIMIT)));
  } catch {
    // Storage is blocked: nothing is kept.
  }
}

/** Forgets all searches. */
export function clearSearches(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is blocked: there is nothing to forget.
  }
}
