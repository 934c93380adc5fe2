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

/** A row of the results. */
export interface Row {
  /** Where it leads; empty for a search that is offered. */
  href: string;
  /** The command, the file, the message or the heading. */
  title: string;
  isCommand: boolean;
}

/** An answer as the page shows it. */
export interface Shown {
  /** In the order of the page. */
  rows: Row[];
  /** Milliseconds from the input event to the whole answer, rendered and laid out. */
  took: number;
}

/**
 * Puts a query into the open dialog, as one input event, and waits for the whole answer.
 * @param page a page whose search dialog is open
 * @param query what is searched for
 */
export function ask(page: Page, query: string): Promise<Shown> {
  return page.evaluate(async (text) => {
    const dialog = document.querySelector(".finder[open]");
    const input = dialog?.querySelector<HTMLInputElement>("[role=combobox]");
    const grid = dialog?.querySelector("[role=grid]");
    if (!dialog || !input || !grid) throw new Error("search is not open");
    input.value = text;
    const start = performance.now();
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise<void>((done) => {
      const check = () => {
        if (grid.ariaBusy === "true") return;
        observer.disconnect();
        done();
      };
      const observer = new MutationObserver(check);
      observer.observe(grid, { attributeFilter: ["aria-busy"] });
      check();
    });
    // Asking for a size lays the results out.
    dialog.getBoundingClientRect();
    const took = performance.now() - start;
    const rows = Array.from(grid.querySelectorAll("[role=row]"), (row) => ({
      href: row.querySelector("a")?.getAttribute("href") ?? "",
      title: row.querySelector(".title")?.textContent ?? "",
      isCommand: row.classList.contains("command"),
    }));
    return { took, rows };
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
