import { create } from "../../page/dom.client.ts";
import { search, type Answer } from "../engine/engine.client.ts";

/** Most places that are listed. */
const LIMIT = 6;

/**
 * Lists the places that answer a query, for a page without the dialog.
 * @param query words to search for
 * @returns a line and a list to put into the page; nothing when nothing is found or search fails
 */
export async function closestPlaces(query: string): Promise<HTMLElement[]> {
  let found: Answer["hits"] = [];
  try {
    for await (const { hits } of search(query)) found = hits;
  } catch {
    // What places are called may have been searched: that is better than nothing.
  }
  const places = found
    .map(({ place }) => place)
    .filter(({ kind }) => kind !== "command")
    .slice(0, LIMIT);
  if (places.length === 0) return [];
  const list = create("ul");
  for (const { url, title, page } of places) {
    const link = create("a", { href: url }, title);
    list.append(create("li", {}, link, title === page ? "" : ` · ${page}`));
  }
  return [create("p", {}, `Closest to “${query}”:`), list];
}
