import { expect, test, type Page } from "@playwright/test";
import { articles } from "./support/pages.ts";
import { watch } from "./support/watch.ts";

const START = articles[0]?.path ?? "/";
const NEXT = articles[1]?.path ?? "/";
const themeOf = (page: Page) => page.getByRole("button", { name: /^Theme: / });
const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** What a page looked like as soon as it had a body, and at each frame from then on. */
interface Look {
  ready: DocumentReadyState;
  background: string;
}

/** Writes down the looks of every page that is opened from now on. */
async function recordLooks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const looks: Look[] = [];
    Object.assign(window, { looks });
    const look = () => {
      if (!(document.body as HTMLElement | null)) return;
      const { backgroundColor } = getComputedStyle(document.body);
      looks.push({ ready: document.readyState, background: backgroundColor });
    };
    const observer = new MutationObserver(() => {
      look();
      if (looks.length > 0) observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
    const frame = () => {
      look();
      if (document.readyState !== "complete") requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

const looksOf = (page: Page) => page.evaluate(() => (window as unknown as { looks: Look[] }).looks);

for (const [stored, system] of [
  ["dark", "light"],
  ["light", "dark"],
] as const) {
  test(`a stored ${stored} theme shows from the first frame on a ${system} system`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: stored });
    await page.goto(START);
    const wanted = await backgroundOf(page);
    await page.emulateMedia({ colorScheme: system });
    expect(await backgroundOf(page)).not.toBe(wanted);

    await page.evaluate((theme) => {
      localStorage.setItem("theme", theme);
    }, stored);
    await recordLooks(page);
    for (const path of [START, NEXT]) {
      await page.goto(path);
      const looks = await looksOf(page);
      expect(looks[0]?.ready, "seen before the page is parsed").toBe("loading");
      expect(new Set(looks.map(({ background }) => background))).toEqual(new Set([wanted]));
    }
  });
}

test("the switch goes through system, light and dark, and is remembered", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(START);
  const root = page.locator("html");
  await expect(root).not.toHaveAttribute("data-theme");
  for (const theme of ["light", "dark"]) {
    await themeOf(page).click();
    await expect(themeOf(page)).toHaveAccessibleName(`Theme: ${theme}`);
    await expect(root).toHaveAttribute("data-theme", theme);
    await page.goto(NEXT);
    await expect(root).toHaveAttribute("data-theme", theme);
    await expect(themeOf(page)).toHaveAccessibleName(`Theme: ${theme}`);
  }
  await themeOf(page).click();
  await expect(themeOf(page)).toHaveAccessibleName("Theme: system");
  await page.reload();
  await expect(root).not.toHaveAttribute("data-theme");
  expect(await page.evaluate(() => localStorage.length), "nothing is left behind").toBe(0);
  expect(seen.faults).toEqual([]);
});

test("without storage the choice holds for the page", async ({ page }) => {
  const seen = await watch(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await page.goto(START);
  await themeOf(page).click();
  await themeOf(page).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await themeOf(page).click();
  await expect(themeOf(page)).toHaveAccessibleName("Theme: system");
  expect(seen.faults).toEqual([]);
});

test("another tab follows, and a click goes on from what is stored", async ({ page, context }) => {
  await page.goto(START);
  const other = await context.newPage();
  await other.goto(NEXT);
  await themeOf(page).click();
  await themeOf(page).click();
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(themeOf(other)).toHaveAccessibleName("Theme: dark");
  await themeOf(other).click();
  await expect(themeOf(page)).toHaveAccessibleName("Theme: system");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  // A page that has not heard of it yet, as on its way out of the back/forward cache.
  await page.evaluate(() => {
    localStorage.setItem("theme", "light");
  });
  await themeOf(page).click();
  await expect(themeOf(page)).toHaveAccessibleName("Theme: dark");
});

test("a stored value that is no theme changes nothing", async ({ page }) => {
  await page.goto(START);
  const before = await backgroundOf(page);
  await page.evaluate(() => {
    localStorage.setItem("theme", "sepia");
  });
  await page.reload();
  expect(await backgroundOf(page)).toBe(before);
  await expect(themeOf(page)).toHaveAccessibleName("Theme: system");
});
