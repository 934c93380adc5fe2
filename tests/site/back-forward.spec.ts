import { expect, test, type Page } from "@playwright/test";
import { articles, pageWith } from "./support/pages.ts";

const [START = "/", NEXT = "/"] = articles.map(({ path }) => path);

// Playwright turns the back/forward cache off; readers have it.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  },
});

/** Leaves the page by a link, does something on the next one, and comes back to the same document. */
async function leaveAndReturn(page: Page, meanwhile: () => Promise<void>): Promise<void> {
  await page.evaluate((next) => {
    addEventListener("pageshow", ({ persisted }) => {
      Object.assign(window, { persisted });
    });
    location.assign(next);
  }, NEXT);
  await page.waitForURL(`**${NEXT}`);
  await meanwhile();
  // The tool's own goBack waits for a load, and there is none.
  await page.evaluate(() => {
    history.back();
  });
  await page.waitForFunction(() => "persisted" in window && window.persisted);
}

test("going back finds dialogs and menus closed", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const name of ["Your names", "Pages", "Search"]) {
    await page.goto(START);
    await page.getByRole("button", { name }).click();
    const open = page.locator("dialog[open], :popover-open");
    await expect(open).toHaveCount(1);
    await leaveAndReturn(page, () => Promise.resolve());
    await expect(open, name).toHaveCount(0);
  }
});

test("going back finds what was explained closed", async ({ page }) => {
  const popovers = page.locator(":popover-open");
  await page.goto(pageWith(".prose > p > a.term").path);
  await page.locator(".prose > p > a.term").first().hover();
  await expect(popovers).toHaveAttribute("id", "definition");
  await leaveAndReturn(page, () => Promise.resolve());
  await expect(popovers).toHaveCount(0);

  await page.goto(pageWith("[data-explain]").path);
  const explain = page.getByRole("button", { name: /^Explain / }).first();
  await explain.click();
  await expect(popovers).toHaveAttribute("id", "explain");
  await leaveAndReturn(page, () => Promise.resolve());
  await expect(popovers).toHaveCount(0);
  await expect(page.locator(".k[role=button]"), "is plain text again").toHaveCount(0);
  await explain.click();
  await expect(popovers, "and can be asked again").toHaveAttribute("id", "explain");
});

test("going back finds the theme that was chosen meanwhile", async ({ page }) => {
  const theme = page.getByRole("button", { name: /^Theme: / });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto(START);
  let dark = "";
  await leaveAndReturn(page, async () => {
    await theme.click();
    await theme.click();
    dark = await background();
  });
  await expect.poll(background).toBe(dark);
  await expect(theme).toHaveAccessibleName("Theme: dark");
});
