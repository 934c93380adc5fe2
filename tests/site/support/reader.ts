import { test as base, type Page } from "@playwright/test";
import { PORT } from "./origin.ts";
import { watch, type Watch } from "./watch.ts";

/** A page that goes from one address to the next, and what it did that it should not do. */
export interface Reader {
  page: Page;
  seen: Watch;
}

const VIEWPORT = { width: 1280, height: 900 };

/**
 * Tests with a page that all tests of a worker use in turn, for what is tested at every address: a
 * page of its own takes longer to open than most of these tests take. It may use the clipboard.
 */
export const test = base.extend<{ reader: Reader }, { shared: Reader }>({
  shared: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        baseURL: `http://127.0.0.1:${PORT}`,
        viewport: VIEWPORT,
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const page = await context.newPage();
      await use({ page, seen: await watch(page) });
      await context.close();
    },
    { scope: "worker" },
  ],
  reader: async ({ shared }, use) => {
    const { page, seen } = shared;
    await page.setViewportSize(VIEWPORT);
    await page.emulateMedia({ colorScheme: null });
    for (const list of [seen.faults, seen.foreign, seen.requests]) list.length = 0;
    await use(shared);
  },
});
