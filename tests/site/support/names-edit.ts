import { expect, type Page } from "@playwright/test";
import { fill } from "../../../src/names/fill.ts";
import { clearClipboard, readClipboard } from "./clipboard.ts";
import { articlesWith, commandTexts, namesOn } from "./names.ts";
import { blocks } from "./sources.ts";

/** The commands of an article as they were written. */
export const commandsOf = (path: string): string[] =>
  (blocks.get(path) ?? []).flatMap((block) => (block.kind === "commands" ? block.commands : []));

/** Articles with a command that takes the name of a Pod. */
export const [FIRST = "", SECOND = "", THIRD = ""] = articlesWith("pod-name").map(
  ({ path }) => path,
);

/** One that has it in more than one command. */
export const [TWICE = ""] = articlesWith("pod-name")
  .map(({ path }) => path)
  .filter((path) => commandsOf(path).filter((text) => text.includes("<pod-name>")).length > 1);

/** A name that a Pod may have. */
export const POD = "checkout-6d9f-abcde";

/** Goes into the first field of a name, and selects what is in it. */
export async function enter(page: Page, name: string): Promise<void> {
  await namesOn(page).fields(name).first().click();
  await expect(namesOn(page).hint).toBeVisible();
  await page.keyboard.press("ControlOrMeta+A");
}

/** Fills a name in where it first occurs on the page. */
export async function type(page: Page, name: string, value: string): Promise<void> {
  await enter(page, name);
  await page.keyboard.insertText(value);
  await page.keyboard.press("Enter");
}

/** Fills a name in by the panel. */
export async function setInPanel(page: Page, label: string, value: string): Promise<void> {
  const { button, panel } = namesOn(page);
  await button.click();
  await panel.getByLabel(label).fill(value);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
}

/** Compares the commands of an article with their source, filled in. */
export async function expectCommands(
  page: Page,
  path: string,
  values: Record<string, string>,
): Promise<string[]> {
  const expected = commandsOf(path).map((text) => fill(text, values));
  expect(expected.length).toBeGreaterThan(0);
  await expect.poll(() => commandTexts(page)).toEqual(expected);
  return expected;
}

/** Copies with every button of an article's commands, and compares with its source, filled in. */
export async function expectCopies(
  page: Page,
  path: string,
  values: Record<string, string>,
): Promise<void> {
  const expected = await expectCommands(page, path, values);
  const buttons = page.locator("figure .command > [data-copy]:not([data-line])");
  for (const [index, text] of expected.entries()) {
    await clearClipboard(page);
    await buttons.nth(index).click();
    await expect.poll(() => readClipboard(page), text).toBe(text);
  }
}

/** What the browser has stored, by name. */
export const storedNames = (page: Page): Promise<unknown> =>
  page.evaluate(() => JSON.parse(localStorage.getItem("names") ?? "{}") as unknown);
