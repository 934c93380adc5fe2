import { expect, test, type Page } from "@playwright/test";
import { pages } from "./support/pages.ts";

const WIDTHS = [320, 360, 390];
const WITH_COMMANDS = pages.filter(({ document }) => document.querySelector(".command > code"));

/** What is wrong with the lines of a page's commands, as a reader sees them. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Character {
      text: string;
      line: number;
      left: number;
      width: number;
    }

    /** Each character of a command, with the line that it is on. */
    function charactersOf(code: Element): Character[] {
      const found: Character[] = [];
      const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let [line, bottom] = [-1, -Infinity];
      for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        for (let at = 0; at < node.length; at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const text = node.data.charAt(at);
          const box = range.getBoundingClientRect();
          const middle = box.top + box.height / 2;
          if (text.trim() && middle > bottom) {
            line += 1;
            bottom = box.bottom;
          }
          found.push({ text, line, left: box.left, width: box.width });
        }
      }
      return found;
    }

    const textOf = (all: readonly Character[]) => all.map(({ text }) => text).join("");
    const isBroken = (all: readonly Character[]) => all[0]?.line !== all.at(-1)?.line;

    /** Runs of characters that match, each one's place in the text. */
    function* matches(all: readonly Character[], what: RegExp): Generator<readonly Character[]> {
      for (const { 0: match, index } of textOf(all).matchAll(what)) {
        yield all.slice(index, index + match.length);
      }
    }

    function* linesOf(code: HTMLElement): Generator<string> {
      const { paddingInlineStart, fontSize } = getComputedStyle(code);
      const indent = parseFloat(paddingInlineStart);
      let room = code.clientWidth - indent;
      for (const source of matches(charactersOf(code), /[^\n]+/g)) {
        const fits = (some: readonly Character[]) =>
          some.reduce((sum, { width }) => sum + width, 0) <= room - 1;
        for (const word of matches(source, /\S+(?: \\$)?/g)) {
          if (!isBroken(word)) continue;
          if (fits(word)) yield `“${textOf(word)}” breaks, and fits a line`;
          for (const item of matches(word, /[^,]+,?/g)) {
            if (isBroken(item) && fits(item)) yield `“${textOf(item)}” breaks within a list`;
          }
        }
        const seen = source.filter(({ text }) => text.trim());
        const [first, ...others] = Map.groupBy(seen, ({ line }) => line).values();
        const start = first?.[0]?.left ?? 0;
        for (const line of [first ?? [], ...others]) {
          if (/^['"\\]+$/.test(textOf(line))) yield `“${textOf(line)}” is alone on a line`;
        }
        for (const line of others) {
          if ((line[0]?.left ?? 0) > start + parseFloat(fontSize) / 2) continue;
          yield `“${textOf(line)}” is not indented`;
        }
        // Further lines of a command go on twice as far in.
        room = code.clientWidth - 2 * indent;
      }
    }

    const faults = (code: HTMLElement) =>
      [...linesOf(code)].map((fault) => `${fault}: ${code.textContent}`);
    return [...document.querySelectorAll<HTMLElement>(".command > code")].flatMap(faults);
  });
}

test("commands break between words, then between items, and go on further in", async ({ page }) => {
  test.setTimeout(180_000);
  expect(WITH_COMMANDS.length).toBeGreaterThan(10);
  for (const { path } of WITH_COMMANDS) {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await faultsOf(page), `${path} at ${width} px`).toEqual([]);
    }
  }
});

test("long names that the reader fills in break as words do", async ({ page }) => {
  const path = WITH_COMMANDS.find(({ document }) =>
    document.querySelector(".command b > var"),
  )?.path;
  await page.addInitScript(() => {
    const name = "orders-and-payments-production-7d9f8b6c5d-x2x9q";
    const names = ["pod-name", "deployment", "service", "namespace"].map((key) => [key, name]);
    localStorage.setItem("names", JSON.stringify(Object.fromEntries(names)));
  });
  await page.goto(path ?? "/");
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.locator(".command var[data-filled]").first()).toBeVisible();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll(".command > code")]
        .filter((code) => code.scrollWidth > code.clientWidth)
        .map(({ textContent }) => textContent),
    );
    expect.soft(wide, `${width} px`).toEqual([]);
  }
});
