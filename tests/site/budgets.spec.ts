import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { expect, test, type Page } from "@playwright/test";
import { dist, pages, type SitePage } from "./support/pages.ts";

const BUDGETS = { html: 13_000, scripts: 4_000, together: 16_000, requests: 3 };
/** Pages that are loaded at the same time. */
const AT_ONCE = 4;
type Weight = Record<keyof typeof BUDGETS, number>;

/** Size on the wire from a host that compresses files beforehand, at brotli's best quality. */
function brotli(body: Buffer | string): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const sizes = new Map<string, number>();

/** Brotli's size of what most pages share, computed once. */
function sizeOf(key: string, read: () => Buffer | string): number {
  const size = sizes.get(key) ?? brotli(read());
  sizes.set(key, size);
  return size;
}

/** Brotli's size of a file of the site. What is not there is another test's matter. */
function fileSize(path: string): number {
  const file = dist + path.slice(1);
  return existsSync(file) ? sizeOf(path, () => readFileSync(file)) : 0;
}

/** What a page fetches, and what of that is script, until it has nothing more to do by itself. */
async function weigh(page: Page, { path, html, document }: SitePage): Promise<Weight> {
  const urls: string[] = [];
  page.on("request", (request) => {
    // What the page before still asked for as it was left.
    if (request.isNavigationRequest()) urls.length = 0;
    urls.push(request.url());
  });
  await page.goto(path, { waitUntil: "networkidle" });
  page.removeAllListeners("request");
  expect
    .soft(
      urls.filter((url) => url.includes("/pagefind/")),
      `${path}: search`,
    )
    .toEqual([]);

  const files = new Set(urls.slice(1).map((url) => new URL(url).pathname));
  // Not every browser without a window fetches the icon; a reader's does.
  for (const icon of document.querySelectorAll("link[rel~=icon]")) {
    files.add(icon.getAttribute("href") ?? "");
  }
  const total = (paths: readonly string[]) => paths.reduce((sum, one) => sum + fileSize(one), 0);
  const inline = [...document.querySelectorAll("script:not([src])")]
    .map((one) => one.textContent)
    .join("\n");
  const scripts = [...files].filter((file) => file.endsWith(".js"));
  const own = brotli(html);
  // The page for unknown addresses also asks for the script that searches for the address.
  return {
    html: own,
    scripts: total(scripts) + sizeOf(inline, () => inline),
    together: own + total([...files]),
    requests: files.size + 1 - (document.querySelector("search-address") ? 1 : 0),
  };
}

/** The worst page for one figure, in words. */
function largest(found: Map<string, number>, unit: string): string {
  const [path, value] = [...found].reduce((worst, next) => (next[1] > worst[1] ? next : worst));
  return `${value} ${unit} on ${path}`;
}

for (const { path, document } of pages) {
  test(`${path} waits for nothing but its HTML`, () => {
    const sheets = [...document.querySelectorAll('link[rel~="stylesheet"]')]
      .filter((link) => link.getAttribute("media") !== "print")
      .map((link) => link.getAttribute("href"));
    expect.soft(sheets, "stylesheets of their own").toEqual([]);
    const imports = [...document.querySelectorAll("style")].filter(({ textContent }) =>
      textContent.includes("@import"),
    );
    expect.soft(imports, "stylesheets that import").toHaveLength(0);
    const blocking = [...document.querySelectorAll("script[src]")]
      .filter((script) => script.getAttribute("type") !== "module")
      .filter((script) => !script.hasAttribute("async") && !script.hasAttribute("defer"))
      .map((script) => script.getAttribute("src"));
    expect.soft(blocking, "scripts that hold up the parser").toEqual([]);
  });
}

test("every page stays within its bytes and requests", async ({ browser }) => {
  test.setTimeout(180_000);
  const weights = new Map<string, Weight>();
  // Most of the time a page is waited for, whether it does more by itself.
  const waiting = [...pages];
  const inTurn = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    // Nothing comes out of a cache that another page has filled.
    const session = await context.newCDPSession(page);
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    for (let site = waiting.shift(); site; site = waiting.shift()) {
      weights.set(site.path, await weigh(page, site));
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
  const report: string[] = [];
  for (const [figure, bar] of Object.entries(BUDGETS)) {
    const found = new Map(
      [...weights].map(([path, weight]) => [path, weight[figure as keyof Weight]]),
    );
    for (const [path, value] of found) {
      expect.soft(value, `${path}: ${figure}, at most ${bar}`).toBeLessThanOrEqual(bar);
    }
    const unit = figure === "requests" ? "requests" : "bytes brotli";
    report.push(`  ${figure}: ${largest(found, unit)} (at most ${bar})`);
  }
  console.log(`Largest of all pages before any interaction:\n${report.join("\n")}`);
});

/** Scrolls through a page, and tells what moved by itself on the way: how far, and which elements. */
async function shiftsOf(page: Page, path: string): Promise<{ sum: number; moved: string[] }> {
  await page.goto(path, { waitUntil: "load" });
  return page.evaluate(async () => {
    const found: { value: number; sources?: { node?: Node }[] }[] = [];
    const add = (entries: PerformanceEntryList) => found.push(...(entries as never[]));
    const observer = new PerformanceObserver((list) => {
      add(list.getEntries());
    });
    observer.observe({ type: "layout-shift", buffered: true });
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const end = document.documentElement.scrollHeight;
    for (let top = 0; top < end; top += innerHeight) {
      scrollTo({ top, behavior: "instant" });
      await frame();
    }
    await new Promise((done) => setTimeout(done, 50));
    add(observer.takeRecords());
    const nodes = found.flatMap(({ sources = [] }) => sources.map(({ node }) => node));
    return {
      sum: found.reduce((sum, { value }) => sum + value, 0),
      moved: nodes.map((node) => (node instanceof Element ? node.outerHTML.slice(0, 80) : "text")),
    };
  });
}

for (const width of [390, 1280]) {
  test(`nothing shifts at ${width} px, not while scrolling either`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 800 });
    const shifts = new Map<string, number>();
    for (const { path } of pages) {
      let { sum, moved } = await shiftsOf(page, path);
      if (sum > 0) {
        // A busy machine may paint half a table while the rest of its page is still parsed. What the
        // page itself moves, it moves each time.
        console.log(`${path} moved by ${sum}, is loaded again: ${moved.join(" ")}`);
        ({ sum, moved } = await shiftsOf(page, path));
      }
      shifts.set(path, sum);
      expect.soft(sum, `${path}: ${moved.join(" ")}`).toBe(0);
    }
    console.log(`Largest layout shift at ${width} px: ${largest(shifts, "in all")}`);
  });
}
