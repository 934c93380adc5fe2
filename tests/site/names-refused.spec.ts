import { expect, test, type Page } from "@playwright/test";
import { fill } from "../../src/names/fill.ts";
import { clearClipboard, expectStatus, readClipboard } from "./support/clipboard.ts";
import { namesOn } from "./support/names.ts";
import {
  commandsOf,
  enter,
  expectCommands,
  expectCopies,
  FIRST,
  POD,
  SECOND,
  setInPanel,
  storedNames,
  TWICE,
  type,
} from "./support/names-edit.ts";

const OLD = { "pod-name": POD };
const [COMMAND = ""] = commandsOf(TWICE).filter((text) => text.includes("<pod-name>"));
/** Each begins with characters that are valid by themselves. */
const REFUSED = [
  ["a b", /“a b” was not accepted.*space/],
  ["it's; rm -rf /", /“it's; rm -rf \/” was not accepted.*space/],
  ["a$(reboot)", /not allowed/],
] as const;

const field = (page: Page) => namesOn(page).fields("pod-name").first();
const row = (page: Page) => namesOn(page).panel.getByLabel("Pod");

/** The button that copies the command with the field. */
const copyButton = (page: Page) =>
  page.locator('figure .command:has(var[data-name="pod-name"]) [data-copy]').first();

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

for (const [what, before] of [
  ["the placeholder", {}],
  ["the accepted value", OLD],
] as const) {
  test(`of a refused value nothing stays: ${what} does`, async ({ page }) => {
    await page.goto(FIRST);
    if ("pod-name" in before) await type(page, "pod-name", POD);
    for (const [value, reason] of REFUSED) {
      await enter(page, "pod-name");
      await page.keyboard.type(value);
      await expect(namesOn(page).hint.getByRole("alert")).not.toBeEmpty();
      await page.keyboard.press("Tab");
      await expectStatus(page, reason, true);
      await expectCommands(page, FIRST, before);
      expect(await storedNames(page)).toEqual(before);
    }
    await expectCopies(page, FIRST, before);
    await page.reload();
    await expectCommands(page, FIRST, before);
  });
}

test("a value that is wrong is refused with its reason, and changes nothing", async ({ page }) => {
  await page.goto(FIRST);
  const field = namesOn(page).fields("pod-name").first();
  const { hint } = namesOn(page);
  await type(page, "pod-name", POD);
  for (const [value, reason] of [
    ["x; kubectl delete pod --all", /space/],
    ["$(reboot)", /not allowed/],
    ["Api", /uppercase/],
    ["--all", /option/],
    ["<img src=x onerror=alert(1)>", /space/],
  ] as const) {
    await field.click();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText(value);
    await expect(hint.getByRole("alert")).toHaveText(reason);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await page.keyboard.press("Enter");
    await expectStatus(page, reason, true);
    await expect(field).toHaveText(POD);
  }
  await expectCopies(page, FIRST, { "pod-name": POD });
});

test("while it is refused, other commands and a copy have the value before", async ({ page }) => {
  await page.goto(TWICE);
  await type(page, "pod-name", POD);
  const others = namesOn(page).fields("pod-name");
  await enter(page, "pod-name");
  await page.keyboard.type("a");
  await expect(others.nth(1)).toHaveText("a");
  expect(await storedNames(page)).toEqual(OLD);
  await page.keyboard.type(" b");
  await expect(others.nth(1)).toHaveText(POD);
  await expect(copyButton(page)).toHaveAccessibleName(new RegExp(POD));
  await clearClipboard(page);
  // As speech input does it: the focus stays where it is.
  await copyButton(page).evaluate((button: HTMLElement) => {
    button.click();
  });
  await expect.poll(() => readClipboard(page)).toBe(fill(COMMAND, OLD));
  await expect(field(page)).toHaveText(POD);
});

for (const [what, typed, after] of [
  ["refused", "a b", OLD],
  ["accepted", "ab", { "pod-name": "ab" }],
] as const) {
  test(`a page that is left in the middle of typing stores what is ${what}`, async ({ page }) => {
    await page.goto(FIRST);
    await type(page, "pod-name", POD);
    await enter(page, "pod-name");
    await page.keyboard.type(typed);
    await page.reload();
    await expectCommands(page, FIRST, after);
    await enter(page, "pod-name");
    await page.keyboard.type(typed);
    await page.goto(SECOND);
    await expectCommands(page, SECOND, after);
    await page.goBack();
    await expectCommands(page, FIRST, after);
    await namesOn(page).button.click();
    await row(page).fill(typed);
    await page.reload();
    expect(await storedNames(page)).toEqual(after);
  });
}

test("Escape gives the value before back, whatever was typed", async ({ page }) => {
  await page.goto(FIRST);
  await type(page, "pod-name", POD);
  for (const typed of ["other", "a b"]) {
    await enter(page, "pod-name");
    await page.keyboard.type(typed);
    await page.keyboard.press("Escape");
    await expect(field(page)).toHaveText(POD);
    await expect(namesOn(page).hint).toBeHidden();
    await expectCommands(page, FIRST, OLD);
    expect(await storedNames(page)).toEqual(OLD);
  }
});

test("what another tab stores meanwhile is the value that stays", async ({ page, context }) => {
  await page.goto(TWICE);
  await type(page, "pod-name", POD);
  const other = await context.newPage();
  await other.goto(TWICE);

  await enter(page, "pod-name");
  await setInPanel(other, "Pod", "second");
  await expect(field(page), "nothing typed yet").toHaveText("second");
  await page.keyboard.press("Tab");
  expect(await storedNames(page)).toEqual({ "pod-name": "second" });

  await enter(page, "pod-name");
  await page.keyboard.type("a b");
  await setInPanel(other, "Pod", "third");
  await expect(namesOn(page).fields("pod-name").nth(1)).toHaveText("third");
  await expect(field(page)).toHaveText("a b");
  await page.keyboard.press("Tab");
  await expectStatus(page, /The value is still “third”/, true);
  await expectCommands(page, TWICE, { "pod-name": "third" });

  await enter(page, "pod-name");
  await page.keyboard.type("mine");
  await setInPanel(other, "Pod", "fourth");
  await page.keyboard.press("Tab");
  await expectCommands(other, TWICE, { "pod-name": "mine" });
});

test("the panel gives the accepted value back, and says why", async ({ page }) => {
  await page.goto(FIRST);
  await setInPanel(page, "Pod", POD);
  const { button, panel } = namesOn(page);
  await button.click();
  await row(page).fill("");
  await row(page).pressSequentially("a b");
  await expect(row(page)).toHaveAttribute("aria-invalid", "true");
  await expect(row(page)).toHaveAccessibleDescription(/contains a space/);
  expect(await storedNames(page)).toEqual(OLD);
  await page.keyboard.press("Tab");
  await expect(row(page)).toHaveValue(POD);
  await expect(row(page)).toHaveAccessibleDescription(/“a b” was not accepted.*still “checkout/);
  // The reason stays while the reader goes on with another name.
  await panel.getByLabel("Deployment").fill("api");
  await expect(row(page)).toHaveAccessibleDescription(/“a b” was not accepted/);

  await row(page).fill("");
  await row(page).pressSequentially("x y");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expectStatus(page, /“x y” was not accepted/, true);
  const after = { ...OLD, deployment: "api" };
  expect(await storedNames(page)).toEqual(after);
  await expectCommands(page, FIRST, after);
  await button.click();
  await expect(row(page)).toHaveValue(POD);
  await expect(row(page)).not.toHaveAccessibleDescription(/not accepted/);
});
