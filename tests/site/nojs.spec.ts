import { expect, test } from "@playwright/test";
import { pages, pageWith } from "./support/pages.ts";

test.use({ javaScriptEnabled: false });

test("every page shows its text and its navigation", async ({ page }) => {
  test.setTimeout(120_000);
  for (const { path, document } of pages) {
    await page.goto(path);
    await expect.soft(page.getByRole("heading", { level: 1 })).toBeVisible();
    const unseen = await page.evaluate(() => {
      const text = document.querySelectorAll<HTMLElement>(
        "main :is(h1, h2, h3, p, li, td, th, dt, dd, pre, code)",
      );
      return [...text]
        .filter((element) => !element.closest("details, .hidden"))
        .filter(
          (element) =>
            !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 100));
    });
    expect.soft(unseen, `${path}: text that cannot be seen`).toEqual([]);
    for (const nav of document.querySelectorAll("nav.pages")) {
      const links = page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("link");
      await expect.soft(links, path).toHaveCount(nav.querySelectorAll("a").length);
      await expect.soft(links.first(), path).toBeVisible();
    }
  }
});

test("the search field is a link to the list of all pages", async ({ page }) => {
  await page.goto(pageWith("[data-article]").path);
  await page
    .locator("header")
    .getByRole("link", { name: /^Search/ })
    .click();
  await page.waitForURL("**/search/");
  for (const { path } of pages.filter(({ document }) => document.querySelector("[data-article]"))) {
    await expect.soft(page.locator(`main a[href="${path}"]`).first(), path).toBeVisible();
  }
});

test("on a phone the menu opens, leads on and closes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(pageWith("[data-article]").path);
  const menu = page.getByRole("button", { name: "Pages" });
  const nav = page.locator("nav.pages");
  await expect(nav).toBeHidden();
  await menu.click();
  await expect(nav).toBeVisible();
  await menu.click();
  await expect(nav).toBeHidden();
  await menu.click();
  const link = nav.locator("li a:not([aria-current])").first();
  const href = (await link.getAttribute("href")) ?? "";
  await link.click();
  await page.waitForURL(`**${href}`);
});

test("on a phone the contents open and lead to their sections", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(pageWith("details.contents").path);
  const contents = page.locator("details.contents");
  const link = contents.getByRole("link").last();
  await expect(link).toBeHidden();
  await contents.locator("summary").click();
  await expect(link).toBeVisible();
  const href = (await link.getAttribute("href")) ?? "";
  await link.click();
  await expect(page.locator(`[id="${href.slice(1)}"]`)).toBeInViewport();
});

test("what cannot work without a script is not offered", async ({ page }) => {
  await page.goto(pageWith("[data-article] figure.code").path);
  await expect(page.getByRole("button", { name: /^Theme/ })).toBeHidden();
  await expect(page.locator("main button:visible")).toHaveCount(0);
});

test("the theme is the system's", async ({ page }) => {
  await page.goto(pageWith("[data-article]").path);
  const paper = async (colorScheme: "light" | "dark") => {
    await page.emulateMedia({ colorScheme });
    return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  };
  const brightness = (colour: string) =>
    (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
  expect(brightness(await paper("light"))).toBeGreaterThan(600);
  expect(brightness(await paper("dark"))).toBeLessThan(200);
});
