/** What ranking looks at. */
export interface Ranked {
  kind: string;
  title: string;
  /** Other words that lead here, joined by `, `. */
  aliases: string;
  /** The engine's own score. */
  score: number;
}

/** Lower case, one blank between words, plurals as singulars, without the program's name. */
function plain(text: string): string {
  const words = text.toLowerCase().trim().split(/\s+/);
  return words
    .map((word) => (/[^s]s$/.test(word) ? word.slice(0, -1) : word))
    .join(" ")
    .replace(/^kubectl /, "");
}

/**
 * How much more a place counts because of its title and aliases. The engine weighs words one by one; a title
 * that holds the query as a phrase says more than the same words scattered, and a title that is
 * the query says most.
 */
function titleBoost({ kind, title, aliases }: Ranked, query: string): number {
  const name = plain(title);
  const asked = plain(query);
  if (name === asked) return 6;
  if (aliases.split(", ").some((alias) => plain(alias) === asked)) return 4;
  // What was pasted holds the whole message: the longer that is, the surer it is meant.
  if (kind === "error" && ` ${asked} `.includes(` ${name} `)) return 3 + name.length / 20;
  if (name.startsWith(`${asked} `)) return 2.5;
  // The object at a command's end is not what the command is about.
  if (kind === "command") return name.includes(asked) ? 1.2 : 1;
  if (name.endsWith(` ${asked}`)) return 2.5;
  if (` ${name} `.includes(` ${asked} `)) return 2;
  return name.includes(asked) ? 1.4 : 1;
}

/** A page about something answers more than a mention; a one-line definition answers less. */
const KIND_WEIGHT: Record<string, number> = { page: 1.3, error: 1.2, term: 0.35 };

const kindWeight = (kind: string) => KIND_WEIGHT[kind] ?? 1;

/** Of two titles that say the same, the shorter says it better. */
const bulk = (title: string) => 1 + title.length / 150;

/**
 * Puts places in the order in which they answer a query. A command that stands on several pages
 * is kept once.
 * @param hits places with the engine's scores
 * @param query what the reader typed
 * @returns the places, best first
 */
export function rank<Hit extends Ranked>(hits: readonly Hit[], query: string): Hit[] {
  const scored = hits.map((hit) => ({
    hit,
    score: (hit.score * titleBoost(hit, query) * kindWeight(hit.kind)) / bulk(hit.title),
  }));
  scored.sort((a, b) => b.score - a.score);
  const commands = new Set<string>();
  return scored
    .map(({ hit }) => hit)
    .filter(({ kind, title }) => {
      if (kind !== "command") return true;
      if (commands.has(title)) return false;
      commands.add(title);
      return true;
    });
}
