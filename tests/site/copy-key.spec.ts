import { expect, test, type Page } from "@playwright/test";
import { clearClipboard, expectStatus, readClipboard } from "./support/clipboard.ts";
import { articlesWith, namesOn } from "./support/names.ts";
import { pageWith } from "./support/pages.ts";
import { blocks, manifests } from "./support/sources.ts";

const EMPTY = "nothing was copied";
const COMMANDS =
  articlesWith("pod-name").find(({ document }) =>
    document.querySelector("figure.commands figcaption [data-copy]"),
  )?.path ?? "";
const MANIFEST = pageWith("[data-article] figure.manifest[id]").path;

/** A block of at least two commands, with what all of it is. */
const block = blocks
  .get(COMMANDS)
  ?.flatMap((one) => (one.kind === "commands" && one.commands.length > 1 ? [one.commands] : []))[0];
const blockOn = (page: Page) => page.locator("figure.commands:has(figcaption [data-copy])").first();

/** Presses a key, and tells what the clipboard holds after a moment. */
async function press(page: Page, key: string): Promise<string> {
  await clearClipboard(page);
  await page.keyboard.press(key);
  await page.waitForTimeout(250);
  return readClipboard(page);
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("c copies the command, or the block, that has the focus", async ({ page }) => {
  await page.goto(COMMANDS);
  expect(block?.length).toBeGreaterThan(1);
  const commands = blockOn(page).locator(".command");
  for (const [index, text] of (block ?? []).entries()) {
    await commands.nth(index).locator("[data-copy]").first().focus();
    expect(await press(page, "c")).toBe(text);
    await expect(commands.nth(index).locator("[data-copy]").first()).toBeFocused();
  }
  await blockOn(page).locator("figcaption [data-copy]").focus();
  expect(await press(page, "c")).toBe(block?.join("\n"));
});

test("c copies the manifest whose text, button or link has the focus", async ({ page }) => {
  await page.goto(MANIFEST);
  const figure = page.locator("figure.manifest[id]").first();
  const text = manifests.get((await figure.getAttribute("data-manifest")) ?? "");
  for (const part of ["pre", "a[download]", "[data-explain]", "[data-as]", "[data-copy]"]) {
    await figure.locator(part).first().focus();
    expect(await press(page, "c"), part).toBe(text);
    await expectStatus(page, /^Copied .*\.yaml\.$/, false);
  }
});

test("c in an output copies the command above it", async ({ page }) => {
  const { path } = pageWith("[data-article] .command .output");
  await page.goto(path);
  const command = page.locator(".command:has(.output)").first();
  await command.locator(".output").focus();
  const text = await command.locator("[data-source]").textContent();
  expect(await press(page, "c")).toBe(text);
});

test("a slow link does not lose the key", async ({ page }) => {
  await page.goto(COMMANDS, { waitUntil: "networkidle" });
  await page.route("**/_astro/*", async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  await blockOn(page).locator(".command [data-copy]").first().focus();
  await clearClipboard(page);
  await page.keyboard.press("c");
  await expect.poll(() => readClipboard(page)).toBe(block?.[0]);
});

test("nothing else copies: other keys, other places, fields", async ({ page }) => {
  await page.goto(COMMANDS);
  const button = blockOn(page).locator("[data-copy]").first();
  await button.focus();
  for (const key of ["C", "x", "Alt+c", "Control+c", "Meta+c"]) {
    expect(await press(page, key), key).toBe(EMPTY);
  }
  await page.locator("main").focus();
  expect(await press(page, "c"), "beside the blocks").toBe(EMPTY);
  const field = namesOn(page).fields("pod-name").first();
  await field.click();
  await expect(namesOn(page).hint).toBeVisible();
  await page.keyboard.press("ControlOrMeta+A");
  expect(await press(page, "c"), "in a name").toBe(EMPTY);
  await expect(field).toHaveText("c");
});

test("a key that is held down copies once", async ({ page }) => {
  await page.goto(COMMANDS);
  await blockOn(page).locator("[data-copy]").first().focus();
  expect(await press(page, "c")).not.toBe(EMPTY);
  await clearClipboard(page);
  await page.keyboard.down("c");
  await page.waitForTimeout(200);
  await clearClipboard(page);
  // A second "down" is a repetition.
  await page.keyboard.down("c");
  await page.waitForTimeout(200);
  await page.keyboard.up("c");
  expect(await readClipboard(page)).toBe(EMPTY);
});

test("the buttons tell of the key while it works", async ({ page }) => {
  await page.goto(COMMANDS);
  const all = blockOn(page).locator("figcaption [data-copy]");
  const one = blockOn(page).locator(".command [data-copy]").first();
  await all.hover();
  await expect(all).toHaveAttribute("title", "c copies the block that has the focus");
  await expect(all).toHaveAttribute("aria-keyshortcuts", "c");
  await one.focus();
  await expect(one).toHaveAttribute("title", "c copies the command that has the focus");

  const { button, panel } = namesOn(page);
  await button.click();
  await panel.getByRole("checkbox", { name: /Single-key/ }).uncheck();
  await page.keyboard.press("Escape");
  for (const copy of [all, one]) {
    await copy.hover();
    await copy.focus();
    await expect(copy).not.toHaveAttribute("title");
    await expect(copy).not.toHaveAttribute("aria-keyshortcuts");
  }
  expect(await press(page, "c"), "turned off").toBe(EMPTY);
  await page.reload();
  await all.hover();
  await all.focus();
  expect(await press(page, "c"), "turned off for the next page").toBe(EMPTY);
  await expect(all).not.toHaveAttribute("title");
});
