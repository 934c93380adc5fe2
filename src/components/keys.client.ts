const KEY = "keys";

/**
 * Whether keys without a modifier are shortcuts here: readers who speak to their computer turn
 * them off (WCAG 2.2, 2.1.4). On unless turned off, and where nothing can be stored.
 */
export function singleKeys(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/**
 * Turns the single-key shortcuts on or off, for this browser.
 * @param on whether they work
 */
export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Storage is blocked: they stay on.
  }
}
