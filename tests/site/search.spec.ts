import { expect, test } from "@playwright/test";
import { readClipboard } from "./support/clipboard.ts";
import { finderOn, searchFor } from "./support/finder.ts";
import { articles } from "./support/pages.ts";
import { allCommands } from "./support/sources.ts";
import { watch } from "./support/watch.ts";

const START = articles[0]?.path ?? "/";
const searchButton = { name: /^Search/ };

test("opens by button, by / and by Control K, and closes by Escape, focus back", async ({
  page,
}) => {
  await page.goto(START);
  const { dialog, input } = finderOn(page);
  const button = page.getByRole("button", searchButton);
  const link = page.locator("main a").first();
  const ways = [
    { from: button, open: () => button.click() },
    { from: link, open: () => page.keyboard.press("/") },
    { from: link, open: () => page.keyboard.press("Control+K") },
    { from: link, open: () => page.keyboard.press("Meta+K") },
  ];
  for (const { from, open } of ways) {
    await from.focus();
    await open();
    await expect(dialog).toBeVisible();
    await expect(input).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(from).toBeFocused();
  }
  await button.click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test("one Escape closes it, whatever was typed", async ({ page }) => {
  await page.goto(START);
  const { dialog } = await searchFor(page, "pod");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("/ is a character where the reader types", async ({ page }) => {
  await page.goto(START);
  for (const tag of ["input", "textarea", "div"]) {
    await page.evaluate((name) => {
      const field = document.createElement(name);
      field.id = "typing";
      if (name === "div") field.contentEditable = "true";
      document.body.append(field);
      field.focus();
    }, tag);
    await page.keyboard.type("a/b");
    const field = page.locator("#typing");
    if (tag === "div") await expect(field).toHaveText("a/b");
    else await expect(field).toHaveValue("a/b");
    await expect(finderOn(page).dialog).toBeHidden();
    await field.evaluate((element) => {
      element.remove();
    });
  }
  const { input } = await searchFor(page, "");
  await page.keyboard.type("apps/v1");
  await expect(input).toHaveValue("apps/v1");
});

test("what is typed right after the shortcut is not lost on a slow link", async ({ page }) => {
  await page.goto(START);
  await page.route("**/_astro/**", async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await page.keyboard.press("/");
  await page.keyboard.type("rollout");
  const { input } = finderOn(page);
  await expect(input).toBeFocused();
  await expect(input).toHaveValue("rollout");
});

test("arrows move through the results, and Enter goes to the exact place", async ({ page }) => {
  await page.goto(START);
  const { input, rows, dialog } = await searchFor(page, "readiness probe");
  await expect(input).toHaveAttribute("aria-expanded", "true");
  const active = () => input.getAttribute("aria-activedescendant");
  const first = await active();
  await page.keyboard.press("ArrowDown");
  expect(await active()).not.toBe(first);
  await page.keyboard.press("ArrowUp");
  expect(await active()).toBe(first);
  await page.keyboard.press("ArrowUp");
  expect(await active(), "goes around").toBe(
    await rows.last().getByRole("gridcell").first().getAttribute("id"),
  );
  await page.keyboard.press("ArrowDown");

  for (let steps = await rows.count(); steps > 0; steps -= 1) {
    const cell = page.locator(`[id="${(await active()) ?? ""}"]`);
    await expect(cell).toHaveAttribute("aria-selected", "true");
    await expect(cell, "the chosen one is in sight").toBeInViewport();
    await expect(input, "the field keeps the focus").toBeFocused();
    const href = (await cell.getByRole("link").getAttribute("href")) ?? "";
    if (href.includes("#") && !href.startsWith(START)) {
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${href}`);
      const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
      await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
      await expect(dialog).toBeHidden();
      return;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error("no result lies on another page's section");
});

test("a place on the same page is shown too, again and again", async ({ page }) => {
  const site = articles.find(({ document }) => document.querySelectorAll("h2[id]").length > 3);
  await page.goto(site?.path ?? START);
  const headings = [...(site?.document.querySelectorAll("[data-prose] h2[id]") ?? [])];
  for (const heading of [headings.at(-1), headings[0], headings.at(-2)]) {
    const { dialog, links } = await searchFor(page, heading?.textContent ?? "");
    const href = `${site?.path ?? ""}#${heading?.id ?? ""}`;
    await links.and(page.locator(`[href="${href}"]`)).click();
    await expect(dialog).toBeHidden();
    const place = page.locator(`[id="${heading?.id ?? ""}"]`);
    await expect(place).toBeInViewport();
    await expect(place).toBeFocused();
  }
});

test("a command is copied out of the results", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(START);
  const { input, dialog, rows } = await searchFor(page, "kubectl get pods");
  const row = rows.filter({ has: page.getByRole("button") });
  const command = (await row.first().locator("code").textContent()) ?? "";
  expect(allCommands).toContain(command);
  const target = await row.first().getByRole("gridcell").first().getAttribute("id");
  for (let steps = await rows.count(); steps > 0; steps -= 1) {
    if ((await input.getAttribute("aria-activedescendant")) === target) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("ArrowRight");
  await expect(input).toHaveAttribute("aria-activedescendant", `${target ?? ""}-copy`);
  await page.keyboard.press("Enter");
  await expect(row.first().getByRole("button")).toHaveText(/^Copied /);
  expect(await readClipboard(page)).toBe(command);
  await expect(dialog, "stays open").toBeVisible();
  await expect(input).toBeFocused();
  await expect(dialog.locator("#status"), "is announced inside the dialog").toContainText("Copied");
});

test("the page for unknown addresses searches for what was asked", async ({ page }) => {
  const seen = await watch(page);
  const [known = ""] = articles.map(({ path }) => path);
  await page.goto(known.replace(/\/$/, ".html"));
  await expect(page.locator(`main a[href^="${known}"]`).first()).toBeVisible();
  expect(seen.faults).toEqual([]);
});
