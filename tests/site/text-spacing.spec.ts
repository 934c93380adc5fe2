import { expect, test, type Page } from "@playwright/test";
import { searchFor } from "./support/finder.ts";
import { articles, pages } from "./support/pages.ts";

/** What WCAG 1.4.12 lets readers set. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
`;

test.use({ viewport: { width: 320, height: 800 } });

/** By how much a page scrolls sideways, and text that is cut off where nothing scrolls to it. */
function lostOn(page: Page): Promise<{ by: number; cut: string[] }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const range = document.createRange();

    /** The edges between which an element's text can be seen; none where the reader can scroll. */
    function edgesOf(element: Element): [number, number] | undefined {
      let edges: [number, number] = [0, clientWidth];
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const { overflowX } = getComputedStyle(at);
        if (overflowX === "auto" || overflowX === "scroll") {
          if (at.scrollWidth > at.clientWidth) return undefined;
        } else if (overflowX !== "visible") {
          const { left, right } = at.getBoundingClientRect();
          edges = [Math.max(edges[0], left), Math.min(edges[1], right)];
        }
      }
      return edges;
    }

    /** Text for assistive technology, a link that shows when it has focus, the sign without its name. */
    function isHidden(element: Element): boolean {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (getComputedStyle(at).clipPath !== "none" || at.matches(".skip, .brand")) return true;
      }
      return false;
    }

    const cut: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.data.trim() || !element.checkVisibility()) continue;
      if (isHidden(element)) continue;
      const edges = edgesOf(element);
      if (!edges) continue;
      range.selectNodeContents(node);
      const isCut = [...range.getClientRects()].some(
        ({ left, right }) => left < edges[0] - 1 || right > edges[1] + 1,
      );
      if (isCut) cut.push(`${element.localName}.${element.className}: ${node.data.slice(0, 60)}`);
    }
    return { by: Math.max(0, scrollWidth - clientWidth), cut };
  });
}

/** Looks at a page as it is and with the reader's spacing. */
async function expectWhole(page: Page, what: string): Promise<void> {
  for (const spacing of [false, true]) {
    await page.evaluate(
      async ([on, rules]) => {
        const own = await new CSSStyleSheet().replace(rules);
        const others = document.adoptedStyleSheets;
        document.adoptedStyleSheets = on ? [...others, own] : others;
      },
      [spacing, SPACING] as const,
    );
    const look = spacing ? "with text spacing" : "as it is";
    expect.soft(await lostOn(page), `${what}, ${look}`).toEqual({ by: 0, cut: [] });
  }
}

test("no page scrolls sideways or cuts text at 320 px, with text spacing either", async ({
  page,
}) => {
  test.setTimeout(180_000);
  for (const { path } of pages) {
    await page.goto(path);
    // What is folded away is text too.
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    await expectWhole(page, path);
  }
});

test("the search dialog does not either", async ({ page }) => {
  for (const query of ["", "kubectl logs", "oomkilled", "qqxxzzyy"]) {
    await page.goto(articles[0]?.path ?? "/");
    await searchFor(page, query);
    await expectWhole(page, `“${query}”`);
  }
});

test("the panel of names does not either", async ({ page }) => {
  await page.goto(articles[0]?.path ?? "/");
  await page.locator("[data-names]:visible").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectWhole(page, "names");
});
