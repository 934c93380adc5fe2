import { expect, test, type Locator, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import type { FieldNotes } from "../../src/explain/notes.ts";
import { clearClipboard, readClipboard } from "./support/clipboard.ts";
import { tabTo } from "./support/keyboard.ts";
import { dist, pages, pageWith } from "./support/pages.ts";
import { watch } from "./support/watch.ts";

const shown = pages.filter(({ document }) => document.querySelector("[data-manifest]"));
const WHOLE = '[data-article] [data-manifest="deployment.yaml"]:not([data-part])';
const START = pageWith(WHOLE).path;
const INDEX = shown.find(({ path }) => path === "/manifests/")?.path ?? "/manifests/";

const popoverOn = (page: Page) => page.locator("#explain");
const figureOn = (page: Page) => page.locator("figure.manifest").first();
const explainOn = (page: Page) => figureOn(page).getByRole("button", { name: /^Explain / });
const pathOn = (page: Page) => popoverOn(page).locator(".path");

/** A key of a figure by its name. */
function keyIn(figure: Locator, name: string): Locator {
  return figure.locator(".k", { hasText: new RegExp(`^${name}$`) }).first();
}

/** The notes that the site serves for a manifest. */
function notesOf(file: string): FieldNotes {
  const path = `${dist}manifests/${file.replace(".yaml", "")}.fields.json`;
  return JSON.parse(readFileSync(path, "utf8")) as FieldNotes;
}

test("nothing is fetched before a sign of interest", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(START, { waitUntil: "networkidle" });
  const before = seen.requests.length;
  expect(seen.requests.filter((one) => /fields\.json|reader/.test(one.url()))).toEqual([]);
  await keyIn(figureOn(page), "replicas").scrollIntoViewIfNeeded();
  await page.getByRole("heading", { level: 1 }).hover();
  // A pointer that only passes over the code asks for nothing.
  await keyIn(figureOn(page), "replicas").hover();
  await page.mouse.move(1, 1);
  await page.waitForTimeout(400);
  expect(seen.requests).toHaveLength(before);
  await keyIn(figureOn(page), "replicas").hover();
  await expect(popoverOn(page)).toBeVisible();
  const notes = seen.requests.filter((one) => one.url().endsWith(".fields.json"));
  expect(notes.map((one) => new URL(one.url()).pathname)).toEqual([
    "/manifests/deployment.fields.json",
  ]);
});

test("a pointer that rests on a field is told what it means", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(START);
  const key = keyIn(figureOn(page), "replicas");
  await key.hover();
  const popover = popoverOn(page);
  await expect(pathOn(page)).toHaveText("spec.replicas");
  await expect(popover).toContainText("whole number · optional");
  await expect(popover).toContainText("Number of desired pods");
  await expect(popover).toContainText("From the API of Kubernetes 1.36");
  await expect(popover).toBeInViewport({ ratio: 1 });
  await expect(key).not.toBeFocused();
  // It stays while the pointer is on its way into it, and in it.
  await popover.hover();
  await page.waitForTimeout(700);
  await expect(popover).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(popover).toBeHidden();
  await key.hover();
  await expect(popover).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(popover).toBeHidden();
  expect(seen.faults).toEqual([]);
});

test("the keyboard goes through the fields", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(START);
  const button = explainOn(page);
  await expect(button).toHaveAccessibleName("Explain deployment.yaml");
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  const keys = figureOn(page).locator('.k[role="button"]');
  await expect(keys.first()).toBeFocused();
  await expect(keys.first()).toHaveAttribute("aria-expanded", "true");
  const notes = Object.values(notesOf("deployment.yaml").fields);
  await expect(keys).toHaveCount(notes.length);
  for (const [index, { path }] of notes.entries()) {
    await expect(pathOn(page)).toHaveText(path);
    await expect(keys.nth(index)).toBeFocused();
    await expect(keys.nth(index)).toBeInViewport({ ratio: 1 });
    await expect(keys.nth(index)).not.toHaveCSS("outline-style", "none");
    await expect(popoverOn(page)).toBeInViewport({ ratio: 1 });
    await expect(figureOn(page).locator('.k[tabindex="0"]')).toHaveCount(1);
    await page.keyboard.press("ArrowDown");
  }
  await expect(keys.last(), "ends at the last").toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(keys.nth(notes.length - 2)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(keys.first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(keys.last()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(popoverOn(page)).toBeHidden();
  await expect(keys.last()).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Space");
  await expect(popoverOn(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(popoverOn(page)).toBeHidden();
  await expect(button).toBeFocused();
  await expect(keys, "is plain text again").toHaveCount(0);
  expect(seen.faults).toEqual([]);
});

test("Tab leads into the popover, and its command is copied exactly", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(START);
  await clearClipboard(page);
  await explainOn(page).focus();
  await page.keyboard.press("Enter");
  await expect(popoverOn(page)).toBeVisible();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowDown");
  await expect(pathOn(page)).toHaveText("spec.replicas");
  await page.keyboard.press("Tab");
  const copy = popoverOn(page).locator("[data-copy]");
  await expect(copy).toBeFocused();
  await expect(copy).toHaveAccessibleName("Copy kubectl explain deployment.spec.replicas");
  await page.keyboard.press("Enter");
  await expect(copy).toHaveText(/^Copied /);
  expect(await readClipboard(page)).toBe("kubectl explain deployment.spec.replicas");
  await page.keyboard.press("Escape");
  await expect(explainOn(page)).toBeFocused();
  await figureOn(page).locator("[data-copy]").click();
  await expect.poll(() => readClipboard(page)).toMatch(/^apiVersion[\s\S]*throttled\n$/);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("a tap opens a sheet at the bottom, a tap elsewhere closes it", async ({ page }) => {
    const seen = await watch(page);
    await page.goto(START);
    const key = keyIn(figureOn(page), "matchLabels");
    await key.tap();
    const popover = popoverOn(page);
    await expect(pathOn(page)).toHaveText("spec.selector.matchLabels");
    const box = await popover.boundingBox();
    expect(box?.x).toBe(0);
    expect(box?.width).toBe(390);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(800, 0);
    const own = await key.boundingBox();
    expect(
      (own?.y ?? 800) + (own?.height ?? 0),
      "the sheet leaves its field in sight",
    ).toBeLessThan(box?.y ?? 0);
    await keyIn(figureOn(page), "template").tap();
    await expect(pathOn(page)).toHaveText("spec.template");
    await page.touchscreen.tap(4, 200);
    await expect(popover).toBeHidden();
    await key.tap();
    await popover.getByRole("button", { name: "Close" }).tap();
    await expect(popover).toBeHidden();
    expect(seen.faults).toEqual([]);
  });
});

test("fields that have to agree light up together, across manifests", async ({ page }) => {
  await page.goto(INDEX);
  const service = page.locator('[data-manifest="service.yaml"]');
  await keyIn(service, "targetPort").click();
  const popover = popoverOn(page);
  await expect(popover).toContainText("deployment-with-volume.yaml and deployment.yaml");
  await expect(popover).toContainText("Marked on this page.");
  const tied = page.locator(".tied");
  expect(new Set(await tied.allTextContents())).toEqual(new Set(["containerPort", "port"]));
  for (const key of await tied.all()) await expect(key).toHaveCSS("outline-style", "dashed");
  await keyIn(service, "type").click();
  await expect(tied).toHaveCount(0);
  await page.goto(START);
  await keyIn(figureOn(page), "app").click();
  await expect(popover).toContainText("Must equal spec.template.metadata.labels.app.");
  await expect(figureOn(page).locator(".tied")).toHaveText(["app"]);
  await expect(popover).toContainText("A key of your own in matchLabels.");
});

test("a part counts its lines as its file does", async ({ page }) => {
  for (const { path } of shown) {
    await page.goto(path);
    for (const figure of await page.locator("[data-manifest][data-part]").all()) {
      const part = (await figure.getAttribute("data-part")) ?? "";
      await figure.getByRole("button", { name: /^Explain/ }).click();
      await expect.soft(pathOn(page)).toHaveText(part.replace(/\[\d+\]/g, "[]"));
      await page.keyboard.press("Escape");
    }
  }
});

test("says so when the notes, or the aid itself, cannot be loaded", async ({ page }) => {
  await page.goto(START);
  await page.route("**/*.fields.json", (route) => route.abort());
  await explainOn(page).click();
  const popover = popoverOn(page);
  await expect(popover).toContainText("could not be loaded");
  await expect(page.locator("#status")).toContainText("could not be loaded");
  await expect(popover.locator("[data-source]")).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(popover).toBeHidden();
  await page.unroute("**/*.fields.json");
  await explainOn(page).click();
  await expect(pathOn(page), "the next try succeeds").toHaveText("apiVersion");

  await page.route("**/reader*.js", (route) => route.abort());
  await page.reload();
  await explainOn(page).click();
  await expect(page.locator("#status")).toContainText("could not be loaded");
  await expect(figureOn(page)).toContainText("replicas: 3");
});

test("selecting code asks for nothing, and printing leaves the aid out", async ({ page }) => {
  await page.goto(START);
  const key = keyIn(figureOn(page), "replicas");
  await key.dblclick();
  await page.emulateMedia({ media: "print" });
  await expect(popoverOn(page)).toBeHidden();
  await expect(explainOn(page)).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a manifest is plain text", async ({ page }) => {
    await page.goto(START);
    await expect(page.locator("[data-explain]:visible")).toHaveCount(0);
    await expect(figureOn(page)).toContainText("replicas: 3");
  });
});
