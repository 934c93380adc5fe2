import { expect, test, type Page } from "@playwright/test";
import { violations } from "./support/axe.ts";
import { expectStatus } from "./support/clipboard.ts";
import { namesOn } from "./support/names.ts";
import { FIRST, SECOND } from "./support/names-edit.ts";
import { sideways } from "./support/sideways.ts";

test("single-key shortcuts can be turned off, for the next page too", async ({ page }) => {
  await page.goto(FIRST);
  const { button, panel } = namesOn(page);
  const dialog = page.getByRole("dialog", { name: "Search" });
  const box = panel.getByRole("checkbox", { name: /Single-key/ });
  await button.click();
  await expect(box).toBeChecked();
  await box.uncheck();
  await page.keyboard.press("Escape");
  await page.goto(SECOND);
  await page.keyboard.press("/");
  await page.waitForTimeout(300);
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Control+K");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await button.click();
  await box.check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(dialog).toBeVisible();
});

test("in an open panel the shortcuts follow another tab", async ({ page, context }) => {
  const other = await context.newPage();
  const boxIn = async (tab: Page) => {
    await tab.goto(FIRST);
    await namesOn(tab).button.click();
    return namesOn(tab).panel.getByRole("checkbox", { name: /Single-key/ });
  };
  const here = await boxIn(page);
  const there = await boxIn(other);
  await here.uncheck();
  await expect(there).not.toBeChecked();
  await here.check();
  await expect(there).toBeChecked();
  await other.keyboard.press("Escape");
  await here.uncheck();
  await namesOn(other).button.click();
  await expect(there).not.toBeChecked();
});

for (const width of [320, 1280]) {
  test(`hint and panel fit ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(FIRST);
    const fields = namesOn(page).fields("pod-name");
    for (let index = 0; index < (await fields.count()); index += 1) {
      await fields.nth(index).focus();
      const hint = namesOn(page).hint;
      await expect(hint).toBeInViewport({ ratio: 1 });
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    }
    await namesOn(page).button.click();
    const { panel } = namesOn(page);
    const wide = await panel.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBe(0);
    await expect(panel.getByRole("button", { name: "Close" })).toBeInViewport();
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing at hint and panel, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(FIRST);
      await namesOn(page).fields("pod-name").first().focus();
      await expect(namesOn(page).hint).toBeVisible();
      expect.soft(await violations(page), `${width} px, hint`).toEqual([]);
      await page.keyboard.type("No!");
      expect.soft(await violations(page), `${width} px, refused`).toEqual([]);
      await namesOn(page).button.click();
      await namesOn(page).panel.getByLabel("Namespace").fill("No!");
      expect.soft(await violations(page), `${width} px, panel`).toEqual([]);
    }
  });
}

test("says so when the fields cannot be loaded", async ({ page }) => {
  await page.goto(FIRST);
  await page.route("**/_astro/**", (route) => route.abort());
  await namesOn(page).button.click();
  await expectStatus(page, /names could not be loaded/, true);
  await page.locator("figure var").first().focus();
  await expectStatus(page, /names could not be loaded/, true);
});
