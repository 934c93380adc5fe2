import { expect, test } from "@playwright/test";
import { expectStatus, readClipboard } from "./support/clipboard.ts";
import { searchFor } from "./support/finder.ts";
import { commandTexts, namesOn } from "./support/names.ts";
import {
  commandsOf,
  expectCopies,
  FIRST,
  POD,
  SECOND,
  setInPanel,
  THIRD,
  type,
} from "./support/names-edit.ts";
import { watch } from "./support/watch.ts";

const VALUES = { "pod-name": POD, namespace: "shop" };

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("names filled in on one page are in what every page copies", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(FIRST);
  await type(page, "pod-name", POD);
  await setInPanel(page, "Namespace", "shop");
  await expectCopies(page, FIRST, VALUES);
  for (const path of [SECOND, THIRD]) {
    await page.goto(path);
    await expectCopies(page, path, VALUES);
  }
  await page.reload();
  await expectCopies(page, THIRD, VALUES);
  // Back on a page that the browser may have put aside.
  await page.goBack();
  await expectCopies(page, SECOND, VALUES);
  expect(seen.faults).toEqual([]);
});

test("another tab that is open learns them, and forgets them when they are cleared", async ({
  page,
  context,
}) => {
  await page.goto(FIRST);
  const other = await context.newPage();
  await other.goto(SECOND);
  await expectCopies(other, SECOND, {});
  await page.bringToFront();
  await type(page, "pod-name", POD);
  await other.bringToFront();
  await expectCopies(other, SECOND, { "pod-name": POD });

  const { button, panel } = namesOn(other);
  await button.click();
  await expect(panel.getByLabel("Pod")).toHaveValue(POD);
  await panel.getByRole("button", { name: "Clear all" }).click();
  await expect(panel.getByLabel("Pod")).toHaveValue("");
  await expect(panel.getByRole("button", { name: "Clear all" })).toBeDisabled();
  await other.keyboard.press("Escape");
  await expectCopies(other, SECOND, {});
  await page.bringToFront();
  await expectCopies(page, FIRST, {});
  await page.reload();
  await expectCopies(page, FIRST, {});
  expect(await page.evaluate(() => localStorage.getItem("names"))).toBeNull();
});

test("an empty name is named by what copying says", async ({ page }) => {
  await page.goto(FIRST);
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

test("search results have the names, and so have copies from them", async ({ page }) => {
  await page.goto(FIRST);
  await setInPanel(page, "Pod", POD);
  await setInPanel(page, "Namespace", "shop");
  const { rows } = await searchFor(page, "kubectl describe pod");
  const wanted = `kubectl -n shop describe pod ${POD}`;
  const row = rows.filter({ has: page.getByText(wanted, { exact: true }) }).first();
  await row.getByRole("button").click();
  await expect.poll(() => readClipboard(page)).toBe(wanted);
});

test("names given between two openings of search are in the results that are still there", async ({
  page,
}) => {
  await page.goto(FIRST);
  // Results without any placeholder, which need no names until the reader has some.
  const query = "hpa";
  const { dialog, rows } = await searchFor(page, query);
  await expect(rows.getByText("kubectl get hpa api-server", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await setInPanel(page, "Namespace", "shop");
  await page.keyboard.press("Control+K");
  await expect(dialog.getByRole("combobox")).toHaveValue(query);
  await expect(
    rows.getByText("kubectl -n shop get hpa api-server", { exact: true }).first(),
  ).toBeVisible();
});

test("with storage blocked they last as long as the page, and it says so", async ({ page }) => {
  await page.addInitScript(() => {
    const blocked = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: blocked });
    Object.defineProperty(window, "sessionStorage", { get: blocked });
  });
  const seen = await watch(page);
  await page.goto(FIRST);
  await namesOn(page).fields("pod-name").first().click();
  await expect(namesOn(page).hint).toContainText("will not be remembered");
  await type(page, "pod-name", POD);
  const { button, panel } = namesOn(page);
  await button.click();
  await expect(panel.getByLabel("Pod")).toHaveValue(POD);
  await expect(panel).toContainText("will not be remembered");
  await page.keyboard.press("Escape");
  await expectCopies(page, FIRST, { "pod-name": POD });
  await page.reload();
  await expectCopies(page, FIRST, {});
  expect(seen.faults).toEqual([]);
});

test("whatever else may be stored is left out", async ({ page }) => {
  await page.goto(FIRST);
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
    await expect(namesOn(page).fields("pod-name").first()).toHaveAccessibleName("Pod");
    expect(await commandTexts(page), stored).toEqual(commandsOf(FIRST));
  }
});
