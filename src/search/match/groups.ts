import type { Place } from "./place.ts";

/** Results of one kind under one heading. */
export interface Group<Hit> {
  label: string;
  hits: Hit[];
}

/** Definitions are short and one is usually enough: more would push pages out of sight. */
const TERM_LIMIT = 2;

/** Readers look at the first three, so these are shown together, whatever their kind. */
const BEST = 3;

/**
 * Groups hits: first the best of all, then the others by group, in the order of their best hit.
 * @param hits best first
 * @param limit most hits of a group
 */
export function groupHits<Hit extends { place: Pick<Place, "group" | "kind"> }>(
  hits: readonly Hit[],
  limit: number,
): Group<Hit>[] {
  const names = new Set(hits.map(({ place }) => place.group));
  // Hits of a single group need only one list.
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
