import { expect, test, type Page } from "@playwright/test";
import { fill } from "../../src/names/fill.ts";
import { violations } from "./support/axe.ts";
import { clearClipboard, expectStatus, readClipboard } from "./support/clipboard.ts";
import { searchFor } from "./support/finder.ts";
import { tabTo } from "./support/keyboard.ts";
import { articlesWith, commandTexts, namesOn } from "./support/names.ts";
import { sideways } from "./support/sideways.ts";
import { blocks } from "./support/sources.ts";
import { watch } from "./support/watch.ts";

const POD = "checkout-6d9f-abcde";
const VALUES = { "pod-name": POD, namespace: "shop" };
const PAGES = articlesWith("pod-name").map(({ path }) => path);
const [first = "", second = "", third = ""] = PAGES;

const commandsOf = (path: string) =>
  (blocks.get(path) ?? []).flatMap((block) => (block.kind === "commands" ? block.commands : []));

/** Fills a name in where it first stands on the page. */
async function type(page: Page, name: string, value: string): Promise<void> {
  await namesOn(page).fields(name).first().click();
  await expect(namesOn(page).hint).toBeVisible();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(value);
  await page.keyboard.press("Enter");
}

async function setInPanel(page: Page, label: string, value: string): Promise<void> {
  const { button, panel } = namesOn(page);
  await button.click();
  await panel.getByLabel(label).fill(value);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
}

/** Copies with every button of the page's commands, and compares with what its source says. */
async function expectCopies(page: Page, path: string, values: Record<string, string>) {
  const expected = commandsOf(path).map((text) => fill(text, values));
  expect(expected.length).toBeGreaterThan(0);
  await expect.poll(() => commandTexts(page)).toEqual(expected);
  const buttons = page.locator("figure .command > [data-copy]:not([data-line])");
  for (const [index, text] of expected.entries()) {
    await clearClipboard(page);
    await buttons.nth(index).click();
    await expect.poll(() => readClipboard(page), text).toBe(text);
  }
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("names filled in on one page are in what every page copies", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(first);
  await type(page, "pod-name", POD);
  await setInPanel(page, "Namespace", "shop");
  await expectCopies(page, first, VALUES);
  for (const path of [second, third]) {
    await page.goto(path);
    await expectCopies(page, path, VALUES);
  }
  await page.reload();
  await expectCopies(page, third, VALUES);
  // Back on a page that the browser may have put aside.
  await page.goBack();
  await expectCopies(page, second, VALUES);
  expect(seen.faults).toEqual([]);
});

test("another tab that is open learns them, and forgets them when they are cleared", async ({
  page,
  context,
}) => {
  await page.goto(first);
  const other = await context.newPage();
  await other.goto(second);
  await expectCopies(other, second, {});
  await page.bringToFront();
  await type(page, "pod-name", POD);
  await other.bringToFront();
  await expectCopies(other, second, { "pod-name": POD });

  const { button, panel } = namesOn(other);
  await button.click();
  await expect(panel.getByLabel("Pod")).toHaveValue(POD);
  await panel.getByRole("button", { name: "Clear all" }).click();
  await expect(panel.getByLabel("Pod")).toHaveValue("");
  await expect(panel.getByRole("button", { name: "Clear all" })).toBeDisabled();
  await other.keyboard.press("Escape");
  await expectCopies(other, second, {});
  await page.bringToFront();
  await expectCopies(page, first, {});
  await page.reload();
  await expectCopies(page, first, {});
  expect(await page.evaluate(() => localStorage.getItem("names"))).toBeNull();
});

test("an empty name is named by what copying says", async ({ page }) => {
  await page.goto(first);
  const command = page
    .locator("figure .command")
    .filter({ has: page.locator("var") })
    .first();
  await command.getByRole("button", { name: /^Copy/ }).click();
  await expectStatus(page, /Fill in.*<pod-name>/, true);
  await type(page, "pod-name", POD);
  await command.getByRole("button", { name: /^Copy/ }).click();
  await expectStatus(page, /^Copied [^<]+\.$/, false);
  await expect(command.getByRole("button", { name: /^Cop/ })).toHaveAccessibleName(new RegExp(POD));
});

test("a value that is wrong is refused with its reason, and changes nothing", async ({ page }) => {
  await page.goto(first);
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
  await expectCopies(page, first, { "pod-name": POD });
});

test("Escape gives the old value back", async ({ page }) => {
  await page.goto(first);
  await type(page, "pod-name", POD);
  const field = namesOn(page).fields("pod-name").first();
  await field.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText("other");
  await page.keyboard.press("Escape");
  await expect(field).toHaveText(POD);
  await expect(namesOn(page).hint).toBeHidden();
  await expectCopies(page, first, { "pod-name": POD });
});

test("by keyboard alone: Tab, type, Enter, Enter", async ({ page }) => {
  await page.goto(first);
  const field = namesOn(page).fields("pod-name").first();
  await tabTo(page, field);
  await expect(field).toHaveAccessibleName("Pod");
  await expect(field).toHaveAccessibleDescription(/For example/);
  await page.keyboard.type(POD);
  await page.keyboard.press("Enter");
  await clearClipboard(page);
  await page.keyboard.press("Enter");
  const [expected = ""] = commandsOf(first).filter((text) => text.includes("<pod-name>"));
  await expect.poll(() => readClipboard(page)).toBe(fill(expected, { "pod-name": POD }));
});

test("what is pasted becomes one line", async ({ page }) => {
  await page.goto(first);
  const field = namesOn(page).fields("pod-name").first();
  await page.evaluate((text) => navigator.clipboard.writeText(text), `  ${POD}\n`);
  await field.click();
  await expect(namesOn(page).hint).toBeVisible();
  await page.keyboard.press("ControlOrMeta+V");
  await page.keyboard.press("Enter");
  await expect(field).toHaveText(POD);
});

test("search results and copies out of them hold the names", async ({ page }) => {
  await page.goto(first);
  await setInPanel(page, "Pod", POD);
  await setInPanel(page, "Namespace", "shop");
  const { rows } = await searchFor(page, "kubectl describe pod");
  const wanted = `kubectl -n shop describe pod ${POD}`;
  const row = rows.filter({ has: page.getByText(wanted, { exact: true }) }).first();
  await row.getByRole("button").click();
  await expect.poll(() => readClipboard(page)).toBe(wanted);
});

test("with storage blocked they hold for the page, and it says so", async ({ page }) => {
  await page.addInitScript(() => {
    const blocked = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: blocked });
    Object.defineProperty(window, "sessionStorage", { get: blocked });
  });
  const seen = await watch(page);
  await page.goto(first);
  await namesOn(page).fields("pod-name").first().click();
  await expect(namesOn(page).hint).toContainText("will not be remembered");
  await type(page, "pod-name", POD);
  const { button, panel } = namesOn(page);
  await button.click();
  await expect(panel.getByLabel("Pod")).toHaveValue(POD);
  await expect(panel).toContainText("will not be remembered");
  await page.keyboard.press("Escape");
  await expectCopies(page, first, { "pod-name": POD });
  await page.reload();
  await expectCopies(page, first, {});
  expect(seen.faults).toEqual([]);
});

test("what else may stand in the store is left out", async ({ page }) => {
  await page.goto(first);
  for (const stored of [
    "{",
    "null",
    "[]",
    '"x"',
    '{"pod-name": 5, "namespace": null}',
    '{"pod-name": "x; reboot", "other": "x", "__proto__": {"namespace": "x"}}',
  ]) {
    await page.evaluate((text) => {
      localStorage.setItem("names", text);
    }, stored);
    await page.reload();
    await expect(namesOn(page).fields("pod-name").first()).toHaveAttribute("data-name", "pod-name");
    expect(await commandTexts(page), stored).toEqual(commandsOf(first));
  }
});

test("single-key shortcuts can be turned off, for the next page too", async ({ page }) => {
  await page.goto(first);
  const { button, panel } = namesOn(page);
  const dialog = page.getByRole("dialog", { name: "Search" });
  const box = panel.getByRole("checkbox", { name: /Single-key/ });
  await button.click();
  await expect(box).toBeChecked();
  await box.uncheck();
  await page.keyboard.press("Escape");
  await page.goto(second);
  await page.keyboard.press("/");
  await page.waitForTimeout(300);
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Control+K");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await button.click();
  await box.check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(dialog).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`hint and panel fit ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(first);
    const fields = namesOn(page).fields("pod-name");
    for (let index = 0; index < (await fields.count()); index += 1) {
      await fields.nth(index).focus();
      const hint = namesOn(page).hint;
      await expect(hint).toBeInViewport({ ratio: 1 });
      const over = await sideways(page);
      expect(over).toBeLessThanOrEqual(0);
    }
    await namesOn(page).button.click();
    const { panel } = namesOn(page);
    const wide = await panel.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBe(0);
    await expect(panel.getByRole("button", { name: "Close" })).toBeInViewport();
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing at hint and panel, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(first);
      await namesOn(page).fields("pod-name").first().focus();
      await expect(namesOn(page).hint).toBeVisible();
      expect.soft(await violations(page), `${width} px, hint`).toEqual([]);
      await page.keyboard.type("No!");
      expect.soft(await violations(page), `${width} px, refused`).toEqual([]);
      await namesOn(page).button.click();
      await namesOn(page).panel.getByLabel("Namespace").fill("No!");
      expect.soft(await violations(page), `${width} px, panel`).toEqual([]);
    }
  });
}

test("says so when the fields cannot be loaded", async ({ page }) => {
  await page.goto(first);
  await page.route("**/_astro/**", (route) => route.abort());
  await namesOn(page).button.click();
  await expectStatus(page, /names could not be loaded/, true);
  await page.locator("figure var").first().focus();
  await expectStatus(page, /names could not be loaded/, true);
});
