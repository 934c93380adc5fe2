import { expect, test, type Page } from "@playwright/test";
import { ask, searchFor, type Row } from "./support/finder.ts";
import { everyday } from "./support/everyday.ts";
import { articles } from "./support/pages.ts";
import { pastes } from "./support/pastes.ts";
import { queries, type Query } from "./support/queries.ts";
import { slips } from "./support/slips.ts";

const START = articles[0]?.path ?? "/";

/** Bars of the whole table: share of queries with a place among the first three, mean reciprocal rank. */
const RECALL_AT_3 = 1;
const MRR = 0.93;

/** Of a query, the part that is typed when what it asks for has to be in sight. */
const ENOUGH = 0.7;

const pageOf = (href: string) => href.replace(/#.*/, "");

/** Position of the first of the places, counted from 1: a page's among pages; 0 when missing. */
function positionOf(rows: readonly Row[], places: readonly string[]): number {
  const pages = [...new Set(rows.map(({ href }) => pageOf(href)))];
  const found = places
    .map((place) =>
      place.startsWith("$ ")
        ? rows.findIndex(({ isCommand, title }) => isCommand && title.startsWith(place.slice(2)))
        : pages.indexOf(place),
    )
    .filter((at) => at >= 0);
  return found.length === 0 ? 0 : Math.min(...found) + 1;
}

/** Counts over a table of queries. */
class Score {
  count = 0;
  #first = 0;
  third = 0;
  reciprocal = 0;

  add(position: number): void {
    this.count += 1;
    if (position === 1) this.#first += 1;
    if (position >= 1 && position <= 3) this.third += 1;
    if (position > 0) this.reciprocal += 1 / position;
  }

  report(name: string): string {
    const share = (value: number) => ((100 * value) / this.count).toFixed(1);
    const mrr = (this.reciprocal / this.count).toFixed(3);
    const recall = `recall at 1: ${share(this.#first)} %, at 3: ${share(this.third)} %`;
    return `${name}: ${this.count} queries, ${recall}, MRR ${mrr}`;
  }
}

async function openSearch(page: Page): Promise<void> {
  await page.goto(START);
  await searchFor(page, "pod");
}

const TABLES: Record<string, readonly Query[]> = {
  typed: queries,
  mistyped: slips,
  pasted: pastes,
  everyday,
};

test("the query table: recall and rank", async ({ page }) => {
  const all = Object.values(TABLES).flat();
  expect(all.length).toBeGreaterThanOrEqual(120);
  expect(slips.length).toBeGreaterThanOrEqual(30);
  expect(new Set(all.map(([query]) => query)).size, "each once").toBe(all.length);
  await openSearch(page);
  const total = new Score();
  const report: string[] = [];
  const later: string[] = [];
  const missed: string[] = [];
  for (const [name, table] of Object.entries(TABLES)) {
    const own = new Score();
    for (const [query, ...places] of table) {
      const { rows } = await ask(page, query);
      const position = positionOf(rows, places);
      own.add(position);
      total.add(position);
      const instead = rows.slice(0, 3).map(({ href }) => href);
      const line = `“${query.slice(0, 60)}” → ${places.join(" | ")} (${position || "not found"}): ${instead.join("  ")}`;
      if (position === 0 || position > 3) missed.push(line);
      else if (position > 1) later.push(line);
    }
    report.push(own.report(name));
  }
  console.log([...report, total.report("all"), "Second or third:", ...later].join("\n  "));
  expect(missed).toEqual([]);
  expect(total.third / total.count).toBeGreaterThanOrEqual(RECALL_AT_3);
  expect(total.reciprocal / total.count).toBeGreaterThanOrEqual(MRR);
});

test("every other beginning of a query, from the third letter on, is answered sensibly", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openSearch(page);
  const poor: string[] = [];
  const early = new Score();
  const typed = queries.filter(([text]) => text.length < 40);
  for (const [index, [query, ...places]] of typed.entries()) {
    for (let length = 3 + (index % 2); length <= query.length; length += 2) {
      const beginning = query.slice(0, length);
      const { rows } = await ask(page, beginning);
      const state = (await page.locator(".finder .state").textContent()) ?? "";
      // Who is still typing has made no slip yet.
      if (rows.every(({ href }) => href === "") || state.startsWith("Showing")) {
        poor.push(`${beginning}: ${state}`);
      }
      if (length >= Math.max(3, ENOUGH * query.length)) early.add(positionOf(rows, places));
    }
  }
  console.log(early.report(`Beginnings of ${ENOUGH * 100} % or more`));
  expect(poor).toEqual([]);
  expect(early.third / early.count).toBeGreaterThanOrEqual(0.9);
});
