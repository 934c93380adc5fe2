import type { Hit } from "./engine.client.ts";
import type { Kind } from "./records.ts";

/** Results of one kind under one heading. */
export interface Group {
  label: string;
  hits: Hit[];
}

const LABELS: Record<Kind, string> = {
  page: "Pages",
  section: "Pages",
  command: "Commands",
  manifest: "Manifests",
  error: "Statuses and messages",
  term: "Glossary",
};

/** A definition is short and one is enough; more of them would push the pages away. */
const TERM_LIMIT = 2;

/**
 * Groups hits by what they are. Groups stand in the order of their best hit, so that the best
 * place of all comes first.
 * @param hits best first
 * @param limit most hits a group shows
 */
export function groupHits(hits: readonly Hit[], limit: number): Group[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const label = LABELS[hit.kind];
    const group = groups.get(label);
    const most = hit.kind === "term" ? Math.min(TERM_LIMIT, limit) : limit;
    if (!group) groups.set(label, [hit]);
    else if (group.length < most) group.push(hit);
  }
  return Array.from(groups, ([label, members]) => ({ label, hits: members }));
}
