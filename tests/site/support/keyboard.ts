import { expect, type Locator, type Page } from "@playwright/test";

/**
 * Goes to a control by the Tab key alone, as a reader without a mouse does, and checks that the
 * focus can be seen there.
 * @param page a page of the site
 * @param target the control
 * @param limit how often Tab is pressed at most
 */
export async function tabTo(page: Page, target: Locator, limit = 80): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < limit && !(await isThere()); presses += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
  await expect(target, "the focus can be seen").not.toHaveCSS("outline-style", "none");
  await expect(target).toBeInViewport();
}
