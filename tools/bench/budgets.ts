import type { Measured } from "./measure.ts";

/** Largest share of Starlight's build time that a build of this site may take. */
const BUILD_SHARE = 0.6;

/** Most bytes of a page that lists others, and of HTML in all, compressed. */
const LIST_BYTES = 30_000;

/** Most bytes of a first search at today's size, and how much more it may take at 1,000 pages. */
const SEARCH = { first: 120_000, whole: 200_000, growth: 1.3 };

/** Size of the site today: what is larger may take more for a search. */
const TODAY = 100;

/**
 * Compares what was measured with what is allowed.
 * @param measured one size of site
 * @returns a sentence for each budget that is not kept
 */
export function missedBudgets({ pages, site, starlight, lists, search }: Measured): string[] {
  const missed: string[] = [];
  const check = (what: string, value: number, most: number): void => {
    if (value > most)
      missed.push(`${pages} pages: ${what} is ${value}, at most ${most} is allowed`);
  };
  check(
    "the share of Starlight's build time",
    Number((site.seconds / starlight.seconds).toFixed(2)),
    BUILD_SHARE,
  );
  for (const [address, bytes] of lists) check(`${address} in bytes`, bytes, LIST_BYTES);
  if (search) {
    const allowed = pages > TODAY ? SEARCH.growth : 1;
    for (const [what, name] of [
      ["first", "search to the first result"],
      ["whole", "the first whole search"],
    ] as const) {
      const { bytes, query } = search[what];
      check(`${name} in bytes, for “${query}”,`, bytes, SEARCH[what] * allowed);
    }
  }
  return missed;
}
