import { expect, test, type Page } from "@playwright/test";
import { finderOn } from "./support/finder.ts";
import { articles } from "./support/pages.ts";

/** Bytes at most, as a host sends them that compresses files beforehand. */
const BUDGET = { first: 120_000, whole: 200_000 };

const QUERIES = ["deployment", "readiness probe", "kubectl rollout undo", "pod stuck in pending"];

/** What a page has fetched, and when the first result was there. */
interface Fetched {
  files: { name: string; size: number; end: number }[];
  firstResult: number;
}

/** Opens search, waits until everything is loaded that it loads by itself, and types. */
async function search(page: Page, query: string): Promise<Fetched> {
  await page.addInitScript(() => {
    performance.setResourceTimingBufferSize(1000);
    new MutationObserver((_, observer) => {
      if (!document.querySelector("[role=row] a")) return;
      observer.disconnect();
      performance.mark("first result");
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(articles[0]?.path ?? "/", { waitUntil: "networkidle" });
  const before = await page.evaluate(() => performance.getEntriesByType("resource").length);
  await page.keyboard.press("/");
  await expect(finderOn(page).input).toBeFocused();
  await page.waitForLoadState("networkidle");
  await finderOn(page).input.fill(query);
  await expect(finderOn(page).state).toHaveText(/found$/);
  await page.waitForLoadState("networkidle");
  return page.evaluate((start) => {
    const entries = performance.getEntriesByType("resource").slice(start);
    return {
      files: entries.map((entry) => {
        const { name, encodedBodySize, responseEnd } = entry as PerformanceResourceTiming;
        return { name: new URL(name).pathname, size: encodedBodySize, end: responseEnd };
      }),
      firstResult: performance.getEntriesByName("first result")[0]?.startTime ?? NaN,
    };
  }, before);
}

const sizeOf = (files: Fetched["files"]) => files.reduce((sum, { size }) => sum + size, 0);

for (const query of QUERIES) {
  test(`a first search for “${query}” stays within its bytes`, async ({ page }) => {
    const { files, firstResult } = await search(page, query);
    const first = sizeOf(files.filter(({ end }) => end <= firstResult));
    const whole = sizeOf(files);
    const parts = files.map(({ name, size }) => `${name.replace(/.*\//, "")} ${size}`).join(", ");
    console.log(`“${query}”: ${first} bytes to the first result, ${whole} in all: ${parts}`);
    expect(files.filter(({ size }) => size === 0)).toEqual([]);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(BUDGET.first);
    expect(whole).toBeLessThanOrEqual(BUDGET.whole);
  });
}
