import { expect, test, type Page } from "@playwright/test";
import { fill } from "../../src/names/fill.ts";
import { expectStatus, readClipboard } from "./support/clipboard.ts";
import { finderOn } from "./support/finder.ts";
import { tabTo } from "./support/keyboard.ts";
import { namesOn } from "./support/names.ts";
import {
  commandsOf,
  enter,
  expectCommands,
  FIRST,
  POD,
  setInPanel,
  storedNames,
  type,
} from "./support/names-edit.ts";

const field = (page: Page) => namesOn(page).fields("pod-name").first();

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("what is pasted or dropped arrives on one line", async ({ page }) => {
  await page.goto(FIRST);
  await enter(page, "pod-name");
  const { height } = (await field(page).boundingBox()) ?? { height: 0 };
  for (const [pasted, shown] of [
    [`  ${POD}\n`, POD],
    [`${POD}\r\n`, POD],
    [`\t${POD}\t`, POD],
    ["one\r\ntwo\tthree\n\nfour", "one two three four"],
  ] as const) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
    await enter(page, "pod-name");
    await page.keyboard.press("ControlOrMeta+V");
    await expect(field(page)).toHaveText(shown, { useInnerText: true });
    expect(await field(page).evaluate((element) => element.textContent)).toBe(shown);
    if (shown === POD) expect((await field(page).boundingBox())?.height).toBe(height);
    await page.keyboard.press("Enter");
    await expect(field(page), "the two lines are refused").toHaveText(POD);
    expect(await storedNames(page)).toEqual({ "pod-name": POD });
  }
});

test("a paste with line breaks replaces what is selected, and can be undone", async ({ page }) => {
  await page.goto(FIRST);
  await type(page, "pod-name", "old");
  await page.evaluate(() => navigator.clipboard.writeText("new\n"));
  await enter(page, "pod-name");
  await page.keyboard.press("ControlOrMeta+V");
  await expect(field(page)).toHaveText("new");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(field(page)).toHaveText("old");
});

test("the panel's fields take a paste in the same way", async ({ page }) => {
  await page.goto(FIRST);
  await page.evaluate(() => navigator.clipboard.writeText("one\r\ntwo\tthree\n"));
  const { button, panel } = namesOn(page);
  await button.click();
  await panel.getByLabel("Context").focus();
  await page.keyboard.press("ControlOrMeta+V");
  // Chromium itself takes the line breaks out, but not the tab.
  await expect(panel.getByLabel("Context")).toHaveValue("one two three");
});

/** Holds back the script of the fields until it is let go. */
async function delay(page: Page): Promise<() => void> {
  const held: (() => void)[] = [];
  await page.route("**/_astro/edit*", async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  return () => {
    expect(held).toHaveLength(1);
    held[0]?.();
  };
}

test("letters that are typed before the script has come are not lost", async ({ page }) => {
  const letGo = await delay(page);
  await page.goto(FIRST);
  await field(page).click();
  await page.keyboard.type("ab/");
  await expect(page.locator("figure var:focus")).toContainText("ab/");
  await expect(finderOn(page).dialog).toBeHidden();
  letGo();
  await expect(namesOn(page).hint.getByRole("alert")).toHaveText(/slash/);
  await expect(field(page)).toHaveText("ab/");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("c");
  await page.keyboard.press("Enter");
  await expectCommands(page, FIRST, { "pod-name": "abc" });
});

test("a name that was typed and left before the script has come is taken", async ({ page }) => {
  const letGo = await delay(page);
  await page.goto(FIRST);
  await field(page).click();
  await page.keyboard.type(POD);
  await page.keyboard.press("Tab");
  // Unchecked, it is in no command.
  await expectCommands(page, FIRST, {});
  letGo();
  await expectCommands(page, FIRST, { "pod-name": POD });
  expect(await storedNames(page)).toEqual({ "pod-name": POD });
});

test("one that is refused then is refused aloud", async ({ page }) => {
  const letGo = await delay(page);
  await page.goto(FIRST);
  await field(page).click();
  await page.keyboard.type("a b");
  await page.keyboard.press("Tab");
  letGo();
  await expectStatus(page, /“a b” was not accepted/, true);
  await expectCommands(page, FIRST, {});
});

test("by keyboard alone: Tab, type, Enter, Enter", async ({ page }) => {
  await page.goto(FIRST);
  await tabTo(page, field(page));
  await expect(field(page)).toHaveAccessibleName("Pod");
  await expect(field(page)).toHaveAccessibleDescription(/For example/);
  await page.keyboard.type(POD);
  await page.keyboard.press("Enter");
  await page.evaluate(() => navigator.clipboard.writeText("nothing"));
  await page.keyboard.press("Enter");
  const [expected = ""] = commandsOf(FIRST).filter((text) => text.includes("<pod-name>"));
  await expect.poll(() => readClipboard(page)).toBe(fill(expected, { "pod-name": POD }));
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("fields are large enough that Safari does not zoom in", async ({ page }) => {
    await page.goto(FIRST);
    await setInPanel(page, "Deployment", "api");
    const command = page.locator('figure .command:has(var[data-name="pod-name"])').first();
    const before = await command.boundingBox();
    await field(page).tap();
    await expect(namesOn(page).hint).toBeVisible();
    await page.keyboard.type("checkout-ab");
    await expect(field(page)).toHaveCSS("font-size", "16px");
    expect((await command.boundingBox())?.height).toBeCloseTo(before?.height ?? 0, 0);
    await namesOn(page).button.tap();
    for (const input of await namesOn(page).panel.getByRole("textbox").all()) {
      await expect(input).toHaveCSS("font-size", "16px");
    }
  });
});
