import { expect, test, type Page } from "@playwright/test";
import { finderOn, searchFor } from "./support/finder.ts";
import { articles } from "./support/pages.ts";

const [START = "/"] = articles.map(({ path }) => path);
const namesOn = (page: Page) => page.getByRole("dialog", { name: "Your names" });

// Scroll bars that take space, as most desktops have them.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ignoreDefaultArgs: ["--hide-scrollbars"] });
  },
});

/** What moves when a scroll bar goes, and how far the page is scrolled. */
const positions = (page: Page) =>
  page.evaluate(() => {
    const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const title = boxOf("h1");
    return { scrolled: scrollY, x: title?.x, y: title?.y, bar: boxOf("header")?.width };
  });

for (const path of [START, "/404.html"]) {
  test(`${path} stays where it is behind an open dialog`, async ({ page }) => {
    await page.goto(path);
    await page.mouse.move(20, 450);
    await page.mouse.wheel(0, 300);
    if (path === START) await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
    const before = await positions(page);
    await searchFor(page, "");
    expect(await positions(page), "nothing shifts").toEqual(before);
    for (const x of [20, 640]) {
      await page.mouse.move(x, 450);
      for (let turns = 0; turns < 4; turns += 1) await page.mouse.wheel(0, 2000);
      await page.waitForTimeout(200);
    }
    const session = await page.context().newCDPSession(page);
    await session.send("Input.synthesizeScrollGesture", {
      x: 20,
      y: 450,
      yDistance: -400,
      gestureSourceType: "touch",
    });
    expect(await positions(page), "after the wheel and a finger").toEqual(before);
    await page.keyboard.press("Escape");
    expect(await positions(page), "after closing").toEqual(before);
  });
}

test("a result on the same page closes the dialog that search was opened over", async ({
  page,
}) => {
  await page.goto(START);
  await page.getByRole("button", { name: "Your names" }).click();
  await expect(namesOn(page)).toBeVisible();
  const heading = articles[0]?.document.querySelector("[data-prose] h2[id]");
  const { links } = await searchFor(page, heading?.textContent ?? "");
  await links.and(page.locator(`[href="${START}#${heading?.id ?? ""}"]`)).click();
  await expect(namesOn(page)).toBeHidden();
  await expect(page.locator(`[id="${heading?.id ?? ""}"]`)).toBeFocused();
});

test("search over another dialog announces a copy in itself", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(START);
  await page.getByRole("button", { name: "Your names" }).click();
  const { rows } = await searchFor(page, "kubectl get pods");
  await rows
    .getByRole("button", { name: /^Copy / })
    .first()
    .click();
  await expect(finderOn(page).dialog.locator("#status")).toContainText("Copied");
});
