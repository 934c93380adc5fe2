import { expect, test, type Page } from "@playwright/test";
import { expectStatus } from "./support/clipboard.ts";
import { ask, finderOn, searchFor } from "./support/finder.ts";
import { articles } from "./support/pages.ts";
import { watch } from "./support/watch.ts";

const START = articles[0]?.path ?? "/";

test("says so when nothing is found, and offers the nearest", async ({ page }) => {
  await page.goto(START);
  const { state, input, links, rows } = await searchFor(page, "qqxxzzyy");
  await expect(state).toContainText("Nothing found for “qqxxzzyy”");
  await expect(state.getByRole("link")).toHaveAttribute("href", "/search/");
  await expect(links).toHaveCount(0);
  await expect(input).not.toHaveAttribute("aria-activedescendant");
  await expect(rows.getByRole("button").first(), "searches that find something").toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(links.first()).toBeVisible();
  await expect(input).not.toHaveValue("qqxxzzyy");
});

/** Blocks a kind of file, and gives the way back. */
async function block(page: Page, files: string): Promise<() => Promise<void>> {
  await page.route(files, (route) => route.abort());
  return () => page.unroute(files);
}

test("says so when nothing can be loaded, and recovers", async ({ page }) => {
  const unblock = await block(page, "**/pagefind/**");
  await page.goto(START);
  const { state, links } = await searchFor(page, "pod");
  await expect(state).toContainText("Search could not be loaded");
  await expect(state.getByRole("link")).toHaveAttribute("href", "/search/");
  await unblock();
  await ask(page, "service");
  await expect(links.first()).toBeVisible();
});

for (const [what, files] of [
  ["the engine", "**/pagefind.js"],
  ["its WebAssembly", "**/wasm.*"],
  ["a part of the index", "**/*.pf_index"],
  ["the list of its parts", "**/*.pf_meta"],
] as const) {
  test(`without ${what}, titles are searched, and it says so`, async ({ page }) => {
    await block(page, files);
    await page.goto(START);
    const { state, links } = await searchFor(page, "deploymnet");
    await expect(links.first()).toBeVisible();
    await expect(state).toContainText("Only titles were searched");
    await expect(state.getByRole("link")).toHaveAttribute("href", "/search/");
  });
}

test("where WebAssembly is forbidden, titles are searched, and it says so", async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, "WebAssembly");
  });
  await page.goto(START);
  const { state, links } = await searchFor(page, "CrashLoopBackOff");
  await expect(links.first()).toBeVisible();
  await expect(state).toContainText("Only titles were searched");
});

test("without the network, it says so, and the page stays", async ({ page, context }) => {
  await page.goto(START);
  await context.setOffline(true);
  await page.keyboard.press("/");
  await expectStatus(page, /needs the network.*All pages/, true);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.setOffline(false);
  const { links } = await searchFor(page, "pod");
  await expect(links.first()).toBeVisible();
});

test("without the dialog, the shortcut leads to the list of all pages", async ({ page }) => {
  await page.goto(START);
  await block(page, "**/_astro/dialog*");
  await page.keyboard.press("/");
  await page.waitForURL("**/search/");
});

test("what was chosen from the first answer stays chosen in the whole one", async ({ page }) => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((done) => (release = done));
  await page.route("**/*.pf_index", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(START);
  const { input, state } = finderOn(page);
  await page.keyboard.press("/");
  await expect(input).toBeFocused();
  await page.keyboard.type("rollout");
  await expect(state).toHaveText("Searching …");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const chosen = page.locator(".finder [aria-selected=true] a");
  const href = (await chosen.getAttribute("href")) ?? "";
  const before = await page.locator(".finder [role=grid]").textContent();
  release();
  await expect(state).toHaveText(/places found$/);
  expect(await page.locator(".finder [role=grid]").textContent()).not.toBe(before);
  await expect(chosen).toHaveAttribute("href", href);
});

test("an answer that comes late does not overwrite a newer one", async ({ page }) => {
  await page.goto(START);
  await searchFor(page, "pod");
  // Parts of the index that are not there yet come the later, the earlier they were asked for.
  let asked = 0;
  await page.route("**/*.pf_index", async (route) => {
    const wait = 900 - 300 * Math.min(2, asked++);
    await new Promise((done) => setTimeout(done, wait));
    await route.continue();
  });
  const { input, links, state } = finderOn(page);
  for (const query of ["terminationgraceperiodseconds", "zombies wander", "evicted"]) {
    await input.fill(query);
  }
  await page.waitForTimeout(1500);
  await expect(links.first()).toContainText(/evict/i);
  await expect(state).toContainText("found");
  await expect(page.getByRole("grid", { name: "Results" })).toHaveAttribute("aria-busy", "false");
});

test("hostile input is text", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(START);
  const { dialog, state, input } = await searchFor(page, "");
  const hostile = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "pod <img src=x onerror=alert(1)>",
    "x".repeat(10_000),
    "pod ".repeat(2500),
    "🚢 ⚓ 👩‍🚀",
    "پاد כשל ‮reversed",
    ".*+?^${}()|[]\\",
    "__proto__ constructor toString",
    "%00 %E0%A4%A \u0000 \uD800",
    "   ",
    "\t",
  ];
  for (const text of hostile) {
    await ask(page, text);
    await expect.soft(dialog.locator("img, script, iframe"), text.slice(0, 40)).toHaveCount(0);
    await expect.soft(state, text.slice(0, 40)).not.toBeEmpty();
    const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect.soft(wide, `${text.slice(0, 40)}: nothing overflows`).toBe(0);
  }
  await ask(page, "rollout");
  await expect(input).toHaveAttribute("aria-expanded", "true");
  await page.goto(`/${encodeURIComponent("<img src=x onerror=alert(1)> pod")}/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main img")).toHaveCount(0);
  expect(seen.faults).toEqual([]);
});
