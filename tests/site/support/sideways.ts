import type { Page } from "@playwright/test";

/**
 * Pixels by which a page is wider than its root element, and so scrolls sideways. The window's width
 * and `clientWidth` count the gutter of a hidden scroll bar in, and would let as much stick out.
 */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - Math.ceil(root.getBoundingClientRect().width);
  });
