import { expect, test, type Page } from "@playwright/test";
import { finderOn, searchFor } from "./support/finder.ts";
import { articles } from "./support/pages.ts";

const START = articles[0]?.path ?? "/";
const selected = (page: Page) => finderOn(page).input.getAttribute("aria-activedescendant");

/** Presses a key as an input method does, which this machine does not have. */
const press = (page: Page, key: string, how: { isComposing?: boolean; keyCode?: number }) =>
  finderOn(page).input.evaluate(
    (input, init) =>
      input.dispatchEvent(
        new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }),
      ),
    { key, ...how },
  );

for (const [name, how] of [
  ["while a word is composed", { isComposing: true }],
  ["that Safari sends after a composition", { keyCode: 229 }],
] as const) {
  test(`keys ${name} do not choose, close or open anything`, async ({ page }) => {
    await page.goto(START);
    const { dialog } = await searchFor(page, "rollout");
    const before = await selected(page);
    for (const key of ["ArrowDown", "ArrowUp", "Escape", "Enter"]) await press(page, key, how);
    await page.waitForTimeout(300);
    await expect(dialog).toBeVisible();
    expect(await selected(page)).toBe(before);
    expect(new URL(page.url()).pathname).toBe(START);
  });
}

test("a real composition keeps Escape for itself", async ({ page }) => {
  await page.goto(START);
  const { dialog, input } = await searchFor(page, "");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", {
    text: "ロー",
    selectionStart: 2,
    selectionEnd: 2,
  });
  await expect(input).toHaveValue("ロー");
  for (const key of ["ArrowDown", "Escape", "Enter"]) await page.keyboard.press(key);
  await expect(dialog).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(START);
});

test("Ctrl Enter and Shift Enter open the result elsewhere", async ({ page, context }) => {
  await page.goto(START);
  const { dialog, links } = await searchFor(page, "crashloopbackoff");
  const href = (await links.first().getAttribute("href")) ?? "";
  for (const modifier of ["Control", "Shift"]) {
    const opened = context.waitForEvent("page");
    await page.keyboard.press(`${modifier}+Enter`);
    const other = await opened;
    await other.waitForURL(`**${href}`);
    await other.close();
    await expect(dialog, modifier).toBeVisible();
    expect(new URL(page.url()).pathname, modifier).toBe(START);
  }
});

test("Alt with a click leaves the dialog open, and no note for a later visit", async ({ page }) => {
  await page.goto(START);
  const { dialog, links } = await searchFor(page, "crashloopbackoff");
  await links.first().click({ modifiers: ["Alt"] });
  await expect(dialog).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem("landing"))).toBeNull();
});

test("pasted lines, and those of an address, keep their words apart", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/?q=exit%0Acode%0D%0A137");
  const { input } = finderOn(page);
  await expect(input).toHaveValue("exit code 137");
  await page.evaluate(() => navigator.clipboard.writeText("Back-off\r\n\trestarting\nfailed"));
  await input.press("Control+A");
  await page.keyboard.press("Control+V");
  await expect(input).toHaveValue("Back-off restarting failed");
  await page.keyboard.press("Control+Z");
  await expect(input).toHaveValue("exit code 137");
});
