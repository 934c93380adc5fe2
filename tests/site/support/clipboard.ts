import { expect, type Page } from "@playwright/test";

/** What the clipboard holds before a copy, so that a copy that did nothing cannot pass. */
const EMPTY = "nothing was copied";

/**
 * Overwrites the clipboard. Needs the permission to write.
 * @param page a page on a secure origin
 */
export async function clearClipboard(page: Page): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), EMPTY);
}

/**
 * The clipboard's text by the Clipboard API. Needs the permission to read.
 * @param page a page on a secure origin
 */
export function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/**
 * The clipboard's text, read as a reader would: pasted into a text field, which is added for it.
 * @param page a page on any origin
 */
export async function paste(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "paste-here";
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press("Control+V");
  return page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>("#paste-here");
    field?.remove();
    return field?.value ?? "";
  });
}

/**
 * Waits until the page's live region says something.
 * @param page a page of the site
 * @param text what it says
 * @param shown whether it can be seen as well
 */
export async function expectStatus(
  page: Page,
  text: string | RegExp,
  shown: boolean,
): Promise<void> {
  const status = page.locator("#status");
  await expect.soft(status).toHaveText(text);
  await expect.soft(status).toHaveAttribute("role", "status");
  if (!shown) return;
  await expect.soft(status).toBeInViewport();
  await expect.soft(status).toHaveCSS("opacity", "1");
}
