/** Where it is kept that they are off. */
export const KEYS = "keys";

/**
 * Whether keys without a modifier are shortcuts here: readers who speak to their computer turn
 * them off (WCAG 2.2, 2.1.4). On unless turned off, and where nothing can be stored.
 */
export function singleKeys(): boolean {
  try {
    return localStorage.getItem(KEYS) !== "off";
  } catch {
    return true;
  }
}
