import { expect, type Page } from "@playwright/test";
import { everyLook, SCHEMES, violations, WIDTHS } from "./support/axe.ts";
import { COLOUR, CONTENT, LAYOUT } from "./support/axe-rules.ts";
import { ask, finderOn, searchFor } from "./support/finder.ts";
import { tabTo } from "./support/keyboard.ts";
import { everyTextLook } from "./support/looks.ts";
import { articles, pages, pageWith } from "./support/pages.ts";
import { test } from "./support/reader.ts";
import { watch } from "./support/watch.ts";

const START = articles[0]?.path ?? "/";

/** One page of each template: each kind of article, and every page that is none. */
const templates = [
  ...new Map(
    pages.map((page) => {
      const article = page.document.querySelector("[data-article]");
      const landmarks = page.document.querySelectorAll("header, nav, main, section, footer");
      const names = Array.from(
        landmarks,
        (one) => one.localName + (one.getAttribute("aria-label") ?? ""),
      );
      return [article ? `${article.className} ${names.join(" ")}` : page.path, page];
    }),
  ).values(),
];

for (const { path } of templates) {
  test(`${path}: axe finds nothing in what its template decides`, async ({ page }) => {
    await page.goto(path);
    await everyLook(page, async (look, rules) => {
      expect.soft(await violations(page, rules), look).toEqual([]);
    });
  });
}

/** Opens everything that is folded away, so that it is looked at too. */
async function unfold(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
}

/** What is smaller in the header than a finger hits, by its name. */
function smallTargets(page: Page): Promise<string[]> {
  return page.locator("header.bar :is(a, button):visible").evaluateAll((all) =>
    all.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const name = target.getAttribute("aria-label") ?? target.textContent;
      return Math.min(width, height) < 24 ? [`${name}: ${width} × ${height}`] : [];
    }),
  );
}

/** How far a page scrolls sideways, and what sticks out of it. */
function overflow(page: Page): Promise<{ by: number; beyond: string[] }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll("main :not(svg *)")].filter(
      (element) =>
        element.getBoundingClientRect().right > clientWidth + 1 &&
        !element.closest("pre, .scroll, .hidden"),
    );
    return {
      by: Math.max(0, scrollWidth - clientWidth),
      beyond: beyond.map(({ outerHTML }) => outerHTML.slice(0, 80)),
    };
  });
}

const coloured = everyTextLook(pages);

for (const site of pages) {
  const { path } = site;
  test(`${path}: axe finds nothing, it fits, and can be hit with a finger`, async ({
    reader: { page },
  }) => {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await smallTargets(page), `${width} px`).toEqual([]);
      await unfold(page);
      expect.soft(await overflow(page), `${width} px`).toEqual({ by: 0, beyond: [] });
      expect.soft(await violations(page, LAYOUT), `${width} px`).toEqual([]);
    }
    expect.soft(await violations(page, CONTENT)).toEqual([]);
    if (!coloured.has(site)) return;
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page, COLOUR), colorScheme).toEqual([]);
    }
  });
}

test("axe finds nothing in the open search dialog", async ({ page }) => {
  await page.goto(START);
  await searchFor(page, "");
  for (const query of ["kubectl logs", "oomkilled", "qqxxzzyy", ""]) {
    await ask(page, query);
    await everyLook(page, async (look, rules) => {
      expect.soft(await violations(page, rules), `“${query}”, ${look}`).toEqual([]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(wide, `“${query}”, ${look}`).toBeLessThanOrEqual(0);
    });
  }
});

test("axe finds nothing in the open menu and after a copy", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "execCommand", { value: () => false });
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await page.goto(pageWith("[data-article] .command").path);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.locator("button[data-copy]").first().click();
  await page.getByRole("button", { name: "Pages" }).click();
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page), colorScheme).toEqual([]);
  }
});

test("the first Tab stop leads past the header", async ({ page }) => {
  await page.goto(START);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

test("the keyboard alone reaches and works menu, theme, search and copy", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(pageWith("[data-article] .command").path);

  const theme = page.getByRole("button", { name: /^Theme/ });
  await tabTo(page, theme);
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.keyboard.press("Space");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  const copy = page.locator("button[data-copy]").first();
  await tabTo(page, copy);
  await page.keyboard.press("Enter");
  await expect(copy).toHaveText(/^Copied /);
  await expect(copy).toBeFocused();

  await page.reload();
  await tabTo(page, page.getByRole("button", { name: /^Search/ }));
  await page.keyboard.press("Enter");
  await expect(finderOn(page).input).toBeFocused();
  await page.keyboard.press("Escape");

  const menu = page.getByRole("button", { name: "Pages" });
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  const nav = page.getByRole("navigation", { name: "Pages" });
  await expect(nav).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(nav).toBeHidden();
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  const link = nav.locator("li a:not([aria-current])").first();
  const href = (await link.getAttribute("href")) ?? "";
  await tabTo(page, link, 10);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${href}`);
});

test("forced colours and reduced motion are respected", async ({ page }) => {
  const seen = await watch(page);
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  for (const { path, document } of pages) {
    const id = document.querySelector("main h2[id]")?.id ?? "main";
    await page.goto(`${path}#${id}`);
    await expect.soft(page.getByRole("heading", { level: 1 })).toBeVisible();
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .map((one) => (one instanceof CSSAnimation ? one.animationName : one.id)),
    );
    expect.soft(moving, `${path}: animations`).toEqual([]);
  }
  const { dialog } = await searchFor(page, "pod");
  await expect(dialog.locator("[aria-selected=true]")).not.toHaveCSS("outline-style", "none");
  expect(seen.faults).toEqual([]);
});
