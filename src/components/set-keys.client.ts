import { KEYS } from "./keys.client.ts";

/**
 * Turns the single-key shortcuts on or off, for this browser.
 * @param on whether they work
 */
export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEYS);
    else localStorage.setItem(KEYS, "off");
  } catch {
    // Storage is blocked: they stay on.
  }
}
