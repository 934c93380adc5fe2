import { expect, type Page } from "@playwright/test";
import { parse, parseAllDocuments } from "yaml";
import { copyButtons, type CopyButton } from "./support/buttons.ts";
import { clearClipboard, expectStatus, paste, readClipboard } from "./support/clipboard.ts";
import { INSECURE } from "./support/origin.ts";
import { articles, pages, pageWith, type SitePage } from "./support/pages.ts";
import { pressAll } from "./support/press-all.ts";
import { test } from "./support/reader.ts";
import { sideways } from "./support/sideways.ts";
import { blocks, manifests, placeholdersOf } from "./support/sources.ts";

/** One page for each kind of block. */
const KINDS = [
  "figure.manifest[id] mark",
  "figure[data-part]",
  ".command .output",
  ".command [data-line]",
  "figure.code:not(.manifest):not(.commands)",
];
const kinds = new Set(KINDS.map((selector) => pageWith(`[data-article] ${selector}`).path));

const commandsOn = ({ document }: SitePage) => document.querySelectorAll(".command").length;
const [busiest] = [...articles].sort((a, b) => commandsOn(b) - commandsOn(a));

/** Opens a page, and checks that the live region was there before anything was said in it. */
async function open(page: Page, url: string, path: string): Promise<CopyButton[]> {
  await page.goto(url);
  await expect(page.locator("#status[role=status]")).toBeEmpty();
  return copyButtons(page, path);
}

/**
 * Text as far as a selection can have it: it does not end in the newline that closes a file, and
 * between commands, which are elements of their own, it may have empty lines.
 */
function asSelected(text: string, commands: boolean): string {
  if (!commands) return text.trimEnd();
  const lines = text.split("\n").map((line) => line.trimEnd());
  return lines.filter((line) => line !== "").join("\n");
}

/** What the page says of a copy that worked. */
async function expectCopied(page: Page, { button, name, expected, commands }: CopyButton) {
  await expect.soft(button, name).toHaveText(/Copied /);
  const missing = commands ? placeholdersOf(expected) : [];
  if (missing.length === 0) {
    await expectStatus(page, /^Copied [^]+\.$/, false);
    return;
  }
  for (const one of missing) await expectStatus(page, new RegExp(`Fill in.*${one}`), true);
}

const withButtons = pages.filter(({ document }) => document.querySelector("figure.code"));

test("every block of every source is on its page", () => {
  expect(withButtons.map(({ path }) => path)).toEqual(
    expect.arrayContaining(
      [...blocks].flatMap(([path, found]) => (found.length > 0 ? [path] : [])),
    ),
  );
});

/** What the page has to say of a copy: of commands with placeholders, which are to be filled in. */
function wantedStatus({ commands, expected }: CopyButton): RegExp {
  const missing = commands ? placeholdersOf(expected) : [];
  return new RegExp(missing.length === 0 ? "^Copied .*\\.$" : `Fill in.*${missing.join(".*")}`);
}

for (const { path } of withButtons) {
  test(`${path}: every button copies exactly its source`, async ({ reader: { page } }) => {
    const buttons = await open(page, path, path);
    const pressed = await pressAll(page);
    expect(pressed).toHaveLength(buttons.length);
    const names = new Map<string, string>();
    for (const [at, one] of buttons.entries()) {
      const { name, said, status, copied } = pressed[at] ?? {};
      expect.soft(name, "the name says what is copied").toMatch(/^Copy /);
      expect.soft(name, "the name says what is copied").toContain(one.name);
      const place = `${one.section} / ${name}`;
      const other = names.get(place) ?? one.expected;
      expect.soft(other, `“${place}” names two texts`).toBe(one.expected);
      names.set(place, one.expected);
      expect.soft(said, one.name).toMatch(/Copied /);
      expect.soft(status, one.name).toMatch(wantedStatus(one));
      expect.soft(copied, one.name).toBe(one.expected);
    }
  });
}

for (const path of kinds) {
  test(`${path}: copies by a click of the mouse, and says so`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    for (const one of await open(page, path, path)) {
      await expect.soft(one.button).toHaveAccessibleName(/^Copy /);
      await clearClipboard(page);
      await one.button.click();
      await expectCopied(page, one);
      expect.soft(await readClipboard(page), one.name).toBe(one.expected);
    }
  });
}

test("a button says what it says again after a moment", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const [path = ""] = kinds;
  const [first] = await open(page, path, path);
  const before = await first?.button.textContent();
  await first?.button.click();
  await expect(first?.button ?? page.locator("none")).toHaveText(/^Copied/);
  await expect(first?.button ?? page.locator("none")).toHaveText(before ?? "");
});

for (const path of kinds) {
  test(`${path}: copies without the Clipboard API`, async ({ page }) => {
    const buttons = await open(page, INSECURE + path, path);
    expect(await page.evaluate(() => [isSecureContext, "clipboard" in navigator])).toEqual([
      false,
      false,
    ]);
    for (const one of buttons) {
      await one.button.click();
      await expectCopied(page, one);
      await expect.soft(one.button, "keeps the focus").toBeFocused();
      expect.soft(await paste(page), one.name).toBe(one.expected);
    }
  });

  test(`${path}: selects the text when copying is refused`, async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
      Object.defineProperty(navigator.clipboard, "writeText", { value: refuse });
      Object.defineProperty(document, "execCommand", { value: () => false });
    });
    const buttons = await open(page, path, path);
    for (const { button, name, selected: wanted, commands } of buttons) {
      await button.click();
      await expect.soft(button, name).toHaveText(/Copy failed /);
      await expectStatus(page, /selected.*Ctrl.*C/, true);
      const end = asSelected(wanted, commands);
      const selected = await page.evaluate(() => getSelection()?.toString() ?? "");
      expect.soft(asSelected(selected, commands), `${name}: selected`).toBe(end);
      await page.keyboard.press("Control+C");
      expect.soft(asSelected(await paste(page), commands), `${name}: by hand`).toBe(end);
    }
  });
}

for (const width of [320, 390, 1280]) {
  test(`what a button says moves nothing, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(busiest?.path ?? "");
    const heights = () =>
      page
        .locator(".command")
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
    const before = await heights();
    expect(before.length).toBeGreaterThan(50);
    for (const [state, text] of [
      ["done", "Copied"],
      ["failed", "Copy failed"],
    ] as const) {
      await page.locator(".command [data-copy]").evaluateAll(
        (all, [name, said]) => {
          for (const button of all) {
            button.setAttribute("data-copy", name);
            button.querySelector("[data-label]")?.replaceChildren(said);
          }
        },
        [state, text] as const,
      );
      expect(await heights(), text).toEqual(before);
      const wide = await sideways(page);
      expect(wide, `${text}: nothing sticks out`).toBeLessThanOrEqual(0);
    }
  });
}

test("every manifest is served as it is kept", async ({ request }) => {
  const downloads = pages.flatMap(({ document }) =>
    Array.from(document.querySelectorAll("a[download]"), (link) => ({
      href: link.getAttribute("href"),
      name: link.getAttribute("download"),
    })),
  );
  expect(manifests.size).toBeGreaterThan(0);
  for (const [file, source] of manifests) {
    const response = await request.get(`/manifests/${file}`);
    expect.soft(response.status(), file).toBe(200);
    expect
      .soft((await response.body()).equals(Buffer.from(source)), `${file} byte for byte`)
      .toBe(true);
    const served = await response.text();
    expect
      .soft(
        parseAllDocuments(served).flatMap(({ errors }) => errors),
        file,
      )
      .toEqual([]);
    expect.soft(parse(served), file).toHaveProperty("apiVersion");
    expect.soft(downloads, file).toContainEqual({ href: `/manifests/${file}`, name: file });
  }
});

test("a manifest is downloaded under its own name", async ({ page }) => {
  await page.goto(pageWith("a[download]").path);
  const link = page.locator("a[download]").first();
  const name = (await link.getAttribute("download")) ?? "";
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe(name);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString("utf8")).toBe(manifests.get(name));
});
