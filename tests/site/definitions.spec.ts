import { expect, test, type Page } from "@playwright/test";
import { violations } from "./support/axe.ts";
import { tabTo } from "./support/keyboard.ts";
import { articles, pageWith } from "./support/pages.ts";
import { sideways } from "./support/sideways.ts";
import { watch } from "./support/watch.ts";

const START = pageWith(".prose > p > a.term").path;
const termOn = (page: Page) => page.locator(".prose > p > a.term").first();
const definitionOn = (page: Page) => page.locator("#definition");

test("articles explain terms in place", () => {
  const without = articles.filter(({ document }) => !document.querySelector("a.term"));
  expect(articles.length - without.length).toBeGreaterThan(40);
});

test("nothing is fetched before a sign of interest", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(START, { waitUntil: "networkidle" });
  const before = seen.requests.length;
  // A pointer that only passes over the term asks for nothing.
  await termOn(page).hover();
  await page.mouse.move(1, 1);
  await page.waitForTimeout(400);
  expect(seen.requests).toHaveLength(before);
  await termOn(page).hover();
  await expect(definitionOn(page)).toBeVisible();
  expect(seen.requests.filter((one) => one.url().endsWith("/glossary/terms.json"))).toHaveLength(1);
  expect(seen.faults).toEqual([]);
});

test("a pointer may move into the definition, and away from it", async ({ page }) => {
  await page.goto(START);
  const term = termOn(page);
  await term.hover();
  const popover = definitionOn(page);
  await expect(popover).toBeVisible();
  await expect(popover).toBeInViewport({ ratio: 1 });
  await expect(term).toHaveAccessibleDescription(await popover.locator("p").first().innerText());
  await popover.hover();
  await page.waitForTimeout(500);
  await expect(popover).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(popover).toBeHidden();
  await expect(term).not.toHaveAttribute("aria-describedby");
});

test("what arrives after the pointer has left is not shown", async ({ page }) => {
  await page.route("**/glossary/terms.json", async (route) => {
    await new Promise((done) => setTimeout(done, 600));
    await route.continue();
  });
  await page.goto(START);
  const answer = page.waitForResponse("**/glossary/terms.json");
  await termOn(page).hover();
  await page.waitForRequest("**/glossary/terms.json");
  await page.mouse.move(1, 1);
  await answer;
  await page.waitForTimeout(200);
  await expect(definitionOn(page)).toBeHidden();
});

test("the keyboard reads it, leaves it with Escape, and follows its link", async ({ page }) => {
  await page.goto(START);
  const term = termOn(page);
  await tabTo(page, term);
  const popover = definitionOn(page);
  await expect(popover).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(popover).toBeHidden();
  await expect(term).toBeFocused();
  await term.blur();
  await term.focus();
  await expect(popover).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(popover.getByRole("link")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(term).toBeFocused();
  await expect(popover).toBeHidden();
  await term.blur();
  await term.focus();
  await expect(popover).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(popover).toBeHidden();
});

test("a click that opens it in a tab does not make it stay", async ({ page, context }) => {
  await page.goto(START);
  await termOn(page).hover();
  await expect(definitionOn(page)).toBeVisible();
  const tab = context.waitForEvent("page");
  await termOn(page).click({ modifiers: ["ControlOrMeta"] });
  await (await tab).close();
  await expect(termOn(page)).toBeFocused();
  await page.mouse.move(1, 1);
  await expect(definitionOn(page)).toBeHidden();
});

test("a pointer that leaves the window leaves it too", async ({ page }) => {
  await page.goto(START);
  await termOn(page).hover();
  await expect(definitionOn(page)).toBeVisible();
  // No mouse of the tool gets out of the window.
  await termOn(page).dispatchEvent("pointerout", { pointerType: "mouse", relatedTarget: null });
  await expect(definitionOn(page)).toBeHidden();
});

test("one that has the focus stays when the pointer goes", async ({ page }) => {
  await page.goto(START);
  await tabTo(page, termOn(page));
  await termOn(page).hover();
  await page.waitForTimeout(300);
  await page.mouse.move(1, 1);
  await page.waitForTimeout(700);
  await expect(definitionOn(page)).toBeVisible();
});

test("a click follows the link to the glossary, where the term is", async ({ page }) => {
  await page.goto(START);
  const id = new URL((await termOn(page).getAttribute("href")) ?? "", page.url()).hash.slice(1);
  await termOn(page).click();
  await page.waitForURL(`**/glossary/#${id}`);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("the first tap explains, the second follows, another closes", async ({ page }) => {
    await page.goto(START);
    await termOn(page).tap();
    const popover = definitionOn(page);
    await expect(popover).toBeVisible();
    await expect(popover).toBeInViewport({ ratio: 1 });
    expect(new URL(page.url()).pathname).toBe(START);
    await page.locator("h1").tap();
    await expect(popover).toBeHidden();
    await termOn(page).tap();
    await expect(popover).toBeVisible();
    await termOn(page).tap();
    await page.waitForURL("**/glossary/#*");
  });

  test("where the definitions cannot be loaded, a tap follows the link", async ({ page }) => {
    await page.route("**/glossary/terms.json", (route) => route.abort());
    await page.goto(START);
    await termOn(page).tap();
    await page.waitForURL("**/glossary/#*");
  });
});

for (const width of [320, 1280]) {
  test(`axe finds nothing while a term is explained, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(START);
    await termOn(page).hover();
    await expect(definitionOn(page)).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page)).toEqual([]);
    }
    const wide = await sideways(page);
    expect(wide, "nothing sticks out").toBeLessThanOrEqual(0);
    await expect(page.locator("[style]"), "style attributes").toHaveCount(0);
  });
}
