import type { Place } from "./places.ts";

/** Results of one kind under one heading. */
export interface Group<Hit> {
  label: string;
  hits: Hit[];
}

/** A definition is short and one is enough; more of them would push the pages away. */
const TERM_LIMIT = 2;

/** Whoever searches looks at the first three, so these stand together, whatever they are. */
const BEST = 3;

/**
 * Groups hits by what they are: first the best of all, then the others, whose groups stand in the
 * order of their best hit.
 * @param hits best first
 * @param limit most hits a group shows
 */
export function groupHits<Hit extends { place: Pick<Place, "group" | "kind"> }>(
  hits: readonly Hit[],
  limit: number,
): Group<Hit>[] {
  const names = new Set(hits.map(({ place }) => place.group));
  // Few hits, or hits of one sort, are best in one list.
  const best = names.size > 1 ? hits.slice(0, BEST) : [];
  const groups = new Map<string, Hit[]>();
  for (const hit of hits.slice(best.length)) {
    const group = groups.get(hit.place.group);
    const most = hit.place.kind === "term" ? Math.min(TERM_LIMIT, limit) : limit;
    if (!group) groups.set(hit.place.group, [hit]);
    else if (group.length < most) group.push(hit);
  }
  const others = Array.from(groups, ([label, members]) => ({ label, hits: members }));
  return best.length > 0 ? [{ label: "Best", hits: best }, ...others] : others;
}
