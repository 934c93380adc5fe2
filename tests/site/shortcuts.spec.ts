import { expect, test, type Page } from "@playwright/test";
import { finderOn } from "./support/finder.ts";
import { articles } from "./support/pages.ts";

const START = articles[0]?.path ?? "/";

type Modifiers = "ctrlKey" | "metaKey" | "shiftKey" | "altKey";
type Press = Partial<Pick<KeyboardEvent, "key" | "code" | Modifiers>>;

/** Presses a key that this machine's layout does not have. Returns whether the page took it. */
function press(page: Page, init: Press, selector = "body"): Promise<boolean> {
  return page.evaluate(
    ([options, at]) => {
      const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...options });
      return !document.querySelector(at)?.dispatchEvent(event);
    },
    [init, selector] as const,
  );
}

for (const [layout, key, code] of [
  ["Russian", "л", "KeyK"],
  ["Dvorak", "k", "KeyV"],
] as const) {
  test(`Ctrl K opens search on a ${layout} layout`, async ({ page }) => {
    await page.goto(START);
    expect(await press(page, { key, code, ctrlKey: true })).toBe(true);
    await expect(finderOn(page).input).toBeFocused();
  });
}

test("with Shift or Alt the browser keeps its own shortcut", async ({ page }) => {
  await page.goto(START);
  for (const held of [{ shiftKey: true }, { altKey: true }]) {
    const taken = await press(page, { key: "K", code: "KeyK", ctrlKey: true, ...held });
    expect(taken, Object.keys(held).join()).toBe(false);
  }
  await expect(finderOn(page).dialog).toBeHidden();
});

test("/ and Ctrl K in a field of a command", async ({ browser }) => {
  const fields = ["[role=textbox]", "[contenteditable]"];
  const agents = { Linux: undefined, Mac: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)" };
  for (const [system, userAgent] of Object.entries(agents)) {
    const context = await browser.newContext(userAgent ? { userAgent } : {});
    const page = await context.newPage();
    await page.goto(START);
    await page.evaluate(() => {
      const textbox = document.createElement("p");
      textbox.role = "textbox";
      const editable = document.createElement("p");
      editable.contentEditable = "plaintext-only";
      document.body.prepend(textbox, editable);
    });
    for (const field of fields) {
      expect(await press(page, { key: "/" }, field), `/ is a character: ${field}`).toBe(false);
    }
    for (const field of fields) {
      const where = `${system}, ${field}`;
      // On a Mac it deletes to the end of the line.
      const taken = await press(page, { key: "k", code: "KeyK", ctrlKey: true }, field);
      expect(taken, `Ctrl K: ${where}`).toBe(system !== "Mac");
      if (taken) break;
    }
    if (system === "Mac") {
      expect(await press(page, { key: "k", metaKey: true }, "[role=textbox]"), "⌘ K").toBe(true);
    }
    await context.close();
  }
});
