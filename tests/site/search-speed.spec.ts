import { expect, test, type Browser, type Page } from "@playwright/test";
import { ask, median, searchFor } from "./support/finder.ts";
import { articles } from "./support/pages.ts";
import { queries } from "./support/queries.ts";

/** Milliseconds at most. */
const BUDGETS = {
  /** From the shortcut to the first result, for whoever types as soon as there is a field. */
  first: 200,
  /** From the third key to the first result, for whoever types a key in 60 ms. */
  third: 100,
  /** From a further key to the whole answer: in the middle, and at worst. */
  further: 20,
  slowest: 50,
  /** From the first key to the first result, on a slow link. */
  slow: 900,
};
const START = articles[0]?.path ?? "/";
const KEY = 60;
const SLOW_LINK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 1.6e6 / 8,
};

interface Clock {
  keys: number[];
  result?: number;
}

/**
 * A page that notes when keys were pressed, and when the first result after one of them was laid
 * out.
 */
async function openTimed(browser: Browser, key: number): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript((after) => {
    const clock: Clock = { keys: [] };
    Object.assign(globalThis, { clock });
    addEventListener("keydown", ({ timeStamp }) => clock.keys.push(timeStamp), true);
    const observer = new MutationObserver(() => {
      const link = document.querySelector("[role=row] a");
      if (!link || clock.result !== undefined || clock.keys.length <= after) return;
      link.getBoundingClientRect();
      clock.result = performance.now();
    });
    observer.observe(document, { subtree: true, childList: true });
  }, key);
  await page.goto(START, { waitUntil: "networkidle" });
  // What Playwright waits with takes a page 10 ms to parse: now, and not while time is taken.
  await page.waitForFunction(() => document.readyState === "complete");
  return page;
}

/** Milliseconds from a key press to the first result. */
async function tookSince(page: Page, key: number): Promise<number> {
  const took = await page.waitForFunction((at) => {
    const { keys, result } = (globalThis as unknown as { clock: Clock }).clock;
    return result === undefined ? undefined : { took: result - (keys[at] ?? NaN) };
  }, key);
  return (await took.jsonValue())?.took ?? NaN;
}

/** Rounds whose median counts, and how often they are tried: a busy machine makes rounds slower. */
const ROUNDS = 5;
const TRIES = 3;

/**
 * Times rounds until the median of a try keeps to the bar, and prints every round.
 * @returns the smallest median of the tries
 */
async function medianOf(what: string, bar: number, round: () => Promise<number>): Promise<number> {
  const medians: number[] = [];
  while (medians.length < TRIES && !medians.some((time) => time <= bar)) {
    const times: number[] = [];
    for (let count = 0; count < ROUNDS; count += 1) times.push(await round());
    medians.push(median(times));
    console.log(`${what}, ms: ${shown(times)}, median ${shown([median(times)])} (at most ${bar})`);
  }
  return Math.min(...medians);
}

const shown = (times: number[]) => times.map((time) => time.toFixed(0)).join(", ");

test("the first result is there 200 ms after the shortcut", async ({ browser }) => {
  const middle = await medianOf("Shortcut to first result", BUDGETS.first, async () => {
    const page = await openTimed(browser, 0);
    await page.evaluate(() => {
      addEventListener("focusin", ({ target }) => {
        if (!(target instanceof HTMLInputElement) || target.value) return;
        target.value = "deployment";
        target.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
    });
    await page.keyboard.press("/");
    const took = await tookSince(page, 0);
    await page.context().close();
    return took;
  });
  expect(middle).toBeLessThanOrEqual(BUDGETS.first);
});

test("the first result is there 100 ms after the third key", async ({ browser }) => {
  const middle = await medianOf("Third key to first result", BUDGETS.third, async () => {
    const page = await openTimed(browser, 3);
    await page.keyboard.press("/");
    await page.keyboard.type("dep", { delay: KEY });
    const took = await tookSince(page, 3);
    await page.context().close();
    return took;
  });
  expect(middle).toBeLessThanOrEqual(BUDGETS.third);
});

test("on a slow link, the first result is there 900 ms after the first key", async ({
  browser,
}) => {
  const middle = await medianOf(
    "First key to first result on a slow link",
    BUDGETS.slow,
    async () => {
      const page = await openTimed(browser, 1);
      const session = await page.context().newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", SLOW_LINK);
      await page.keyboard.press("/");
      await page.keyboard.type("deployment", { delay: KEY });
      const took = await tookSince(page, 1);
      await page.context().close();
      return took;
    },
  );
  expect(middle).toBeLessThanOrEqual(BUDGETS.slow);
});

test("every further key is answered within 20 ms, the slowest within 50", async ({ page }) => {
  await page.goto(START);
  await searchFor(page, "pod");
  const typed = queries.slice(0, 8).flatMap(([query]) =>
    // As typed: every beginning of the words is a query.
    Array.from(query, (_, index) => query.slice(0, index + 1)),
  );
  let slowest = NaN;
  for (let round = 0; round < 5 && !(slowest <= BUDGETS.slowest); round += 1) {
    const times: number[] = [];
    for (const query of typed) times.push((await ask(page, query)).took);
    slowest = Math.max(...times);
    const middle = median(times);
    expect(middle).toBeLessThanOrEqual(BUDGETS.further);
    const shares = `median ${middle.toFixed(1)}, slowest ${slowest.toFixed(1)}`;
    console.log(`Further keys, ms: ${shares}, of ${times.length} typed`);
  }
  expect(slowest).toBeLessThanOrEqual(BUDGETS.slowest);
});
