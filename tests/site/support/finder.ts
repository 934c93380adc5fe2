import { expect, type Locator, type Page } from "@playwright/test";

/** The search dialog and its parts. */
export interface Finder {
  dialog: Locator;
  input: Locator;
  /** Where the dialog says what it found. */
  state: Locator;
  /** The links of the results, in the order of the page. */
  links: Locator;
  rows: Locator;
}

/**
 * The search dialog of a page, open or not.
 * @param page a page of the site
 */
export function finderOn(page: Page): Finder {
  const dialog = page.getByRole("dialog", { name: "Search" });
  return {
    dialog,
    input: dialog.getByRole("combobox", { name: "Search" }),
    state: dialog.getByRole("status").first(),
    links: dialog.getByRole("row").getByRole("link"),
    rows: dialog.getByRole("row"),
  };
}

/**
 * Opens search by its shortcut and types.
 * @param page a page of the site
 * @param query what is typed
 * @returns the dialog, once it has answered
 */
export async function searchFor(page: Page, query: string): Promise<Finder> {
  const finder = finderOn(page);
  await page.keyboard.press("Control+K");
  await expect(finder.input).toBeFocused();
  await ask(page, query);
  return finder;
}

/** An answer as the page shows it. */
export interface Shown {
  /** Addresses of the results in the order of the page. */
  hrefs: string[];
  /** Milliseconds from the input event to results that are rendered and laid out. */
  took: number;
}

/**
 * Puts a query into the open dialog, as one input event, and waits for the answer.
 * @param page a page whose search dialog is open
 * @param query what is searched for
 */
export function ask(page: Page, query: string): Promise<Shown> {
  return page.evaluate(async (text) => {
    const dialog = document.querySelector("dialog[open]");
    const input = dialog?.querySelector("input");
    if (!dialog || !input) throw new Error("search is not open");
    const answered = new Promise<number>((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        // Asking for a size lays the results out.
        dialog.getBoundingClientRect();
        done(performance.now());
      });
      observer.observe(dialog, { subtree: true, childList: true });
    });
    input.value = text;
    const start = performance.now();
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const took = (await answered) - start;
    const links = dialog.querySelectorAll("[role=row] a");
    return { took, hrefs: Array.from(links, (link) => link.getAttribute("href") ?? "") };
  }, query);
}

/**
 * The middle value.
 * @param values any numbers, at least one
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
