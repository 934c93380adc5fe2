import { expect, test, type Locator, type Page } from "@playwright/test";
import { clearClipboard, readClipboard } from "./support/clipboard.ts";
import { pageWith, pages } from "./support/pages.ts";
import { blocks, manifests } from "./support/sources.ts";

const OUTPUTS = pageWith("[data-article] figure.commands li + li .output").path;
const NOTES = pageWith("[data-article] figure.commands li:has(.effect) .note").path;
const MARKED = pageWith("[data-article] figure.manifest[id] mark").path;

/** Where a drag begins or ends: the start, the end or the middle of an element's text. */
async function pointIn(of: Locator, where: "start" | "end" | "middle"): Promise<[number, number]> {
  await of.scrollIntoViewIfNeeded();
  return of.evaluate((element, at) => {
    // Of its texts alone: the box of a line that wraps is several lines high, and indented.
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const boxes: DOMRect[] = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      boxes.push(...[...range.getClientRects()].filter(({ width }) => width > 0));
    }
    const box = at === "start" ? boxes[0] : boxes.at(-1);
    if (!box) throw new Error("nothing to drag over");
    const y = box.top + box.height / 2;
    if (at === "middle") return [box.left + box.width / 2, y];
    return at === "start" ? [box.left + 1, y] : [box.right - 1, y];
  }, where);
}

/** Drags, copies as a reader would, and tells what the clipboard holds. */
async function drag(page: Page, from: [number, number], to: [number, number]): Promise<string> {
  await clearClipboard(page);
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
  await page.waitForTimeout(250);
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.press("ControlOrMeta+C");
  return readClipboard(page);
}

async function dragOver(page: Page, first: Locator, last: Locator): Promise<string> {
  const from = await pointIn(first, "start");
  return drag(page, from, await pointIn(last, "end"));
}

const commandsOf = (figure: Locator) => figure.locator(".command > [data-source]");

test.use({ viewport: { width: 1280, height: 2000 } });
test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

for (const [what, path] of [
  ["outputs", OUTPUTS],
  ["notes and effects", NOTES],
] as const) {
  test(`a drag over commands leaves out ${what}`, async ({ page }) => {
    await page.goto(path);
    let dragged = 0;
    for (const figure of await page.locator("figure.commands:has(li + li)").all()) {
      const texts = await commandsOf(figure).allTextContents();
      const expected = blocks
        .get(path)
        ?.some((one) => one.kind === "commands" && one.commands.join() === texts.join());
      expect(expected).toBe(true);
      const copied = await dragOver(page, commandsOf(figure).first(), commandsOf(figure).last());
      expect(copied).toBe(texts.join("\n"));
      dragged += 1;
    }
    expect(dragged).toBeGreaterThan(0);
  });
}

test("what is not copied is not marked either", async ({ page }) => {
  await page.goto(OUTPUTS);
  const figure = page.locator("figure.commands:has(li + li .output)").first();
  await dragOver(page, commandsOf(figure).first(), commandsOf(figure).last());
  for (const output of await figure.locator(".output, .note").all()) {
    await expect(output).toHaveCSS("user-select", "none");
  }
});

test("a drag that goes on a little beyond the block takes the same", async ({ page }) => {
  await page.goto(OUTPUTS);
  const figure = page.locator("figure.commands:has(li + li)").first();
  const texts = await commandsOf(figure).allTextContents();
  const from = await pointIn(commandsOf(figure).first(), "start");
  const box = await figure.boundingBox();
  const below = (box?.y ?? 0) + (box?.height ?? 0) + 4;
  expect(await drag(page, from, [(box?.x ?? 0) + 5, below])).toBe(texts.join("\n"));
});

test("a part of a command is copied as that part", async ({ page }) => {
  await page.goto(OUTPUTS);
  const source = page.locator(".command > [data-source]").first();
  const whole = (await source.textContent()) ?? "";
  const from = await pointIn(source, "start");
  const copied = await drag(page, from, await pointIn(source, "middle"));
  expect(copied.length).toBeGreaterThan(0);
  expect(copied.length).toBeLessThan(whole.length);
  expect(whole).toContain(copied);
});

test("the reader's names are in it", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("names", '{"namespace":"shop","context":"a b"}');
  });
  const path = pageWith("[data-article] figure.commands:has(li + li):has(var)").path;
  await page.goto(path);
  const figure = page.locator("figure.commands:has(li + li):has(var)").first();
  await expect(figure).toContainText("-n shop");
  const texts = await commandsOf(figure).allTextContents();
  const copied = await dragOver(page, commandsOf(figure).first(), commandsOf(figure).last());
  expect(copied).toBe(texts.join("\n"));
});

test("an output and a note can be copied by themselves", async ({ page }) => {
  await page.goto(OUTPUTS);
  // After a drag over commands too.
  const figure = page.locator("figure.commands:has(li + li .output)").first();
  await dragOver(page, commandsOf(figure).first(), commandsOf(figure).last());
  const output = figure.locator(".output samp").first();
  const text = ((await output.textContent()) ?? "").trimEnd();
  expect(await dragOver(page, output, output)).toBe(text);
  await page.goto(NOTES);
  const note = page.locator(".command .note").first();
  await dragOver(page, commandsOf(page.locator("figure.commands").first()).first(), note);
  expect(await dragOver(page, note, note)).toBe(await note.textContent());
});

test("marks in a manifest add no newline and drop none", async ({ page }) => {
  await page.goto(MARKED);
  for (const figure of await page.locator("figure.manifest[id]:has(mark)").all()) {
    const source = figure.locator("[data-source]");
    const text = manifests.get((await figure.getAttribute("data-manifest")) ?? "") ?? "";
    const copied = await dragOver(page, source, source);
    // A drag ends with the last character, not behind it.
    expect(text.trimEnd().startsWith(copied)).toBe(true);
    expect(copied.length).toBeGreaterThan(text.trimEnd().length - 3);
  }
});

test("prose with code in it is left to the browser", async ({ page }) => {
  const path = pages.find(({ document }) => document.querySelector(".prose > p + figure.commands"));
  await page.goto(path?.path ?? "/");
  const prose = page.locator(".prose > p:has(+ figure.commands)").first();
  const code = page.locator(".prose > p + figure.commands [data-source]").first();
  const copied = await dragOver(page, prose, code);
  expect(copied).toContain(((await prose.textContent()) ?? "").slice(5, 20));
});
