import { expect, test, type Page } from "@playwright/test";
import { articles } from "./support/pages.ts";

/** Left and right edge of an element and its top, in pixels. */
async function box(page: Page, selector: string) {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`${selector} is not shown`);
  return { left: found.x, right: found.x + found.width, top: found.y };
}

/** Every article with a list of its contents. */
const listed = articles.filter(({ document }) => document.querySelector("details.contents"));

test("there are articles to look at", () => {
  expect(listed.length).toBeGreaterThan(40);
});

test("on a wide screen pages are left of an article, and its contents right", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const { path } of listed) {
    await page.goto(path);
    const title = await box(page, "h1");
    const body = await box(page, ".article > .prose");
    const contents = await box(page, ".contents nav");
    expect.soft((await box(page, "nav.pages")).right, path).toBeLessThan(title.left);
    expect.soft(contents.left, path).toBeGreaterThan(body.right);
    expect.soft(contents.top, path).toBeLessThan(title.top);
    expect.soft(contents.right, path).toBeLessThanOrEqual(1280);
  }
});

test("on a narrow screen an article's contents are folded above its text", async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  for (const { path } of listed.slice(0, 5)) {
    await page.goto(path);
    const summary = await box(page, ".contents summary");
    const body = await box(page, ".article > .prose");
    expect.soft(Math.abs(summary.left - body.left), path).toBeLessThanOrEqual(1);
    expect.soft(summary.top, path).toBeLessThan(body.top);
    await expect.soft(page.locator(".contents nav"), path).toBeHidden();
  }
});
