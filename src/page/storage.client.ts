/** `localStorage` outlives the tab, `sessionStorage` does not. */
type Area = "localStorage" | "sessionStorage";

/**
 * Reads a stored text.
 * @returns null when nothing is stored; undefined when the browser blocks its storage
 */
export function readText(key: string, area: Area = "localStorage"): string | null | undefined {
  try {
    return globalThis[area].getItem(key);
  } catch {
    return undefined;
  }
}

/**
 * Stores a text; null removes it.
 * @returns false when the browser did not store it, because storage is blocked or full
 */
export function writeText(key: string, text: string | null, area: Area = "localStorage"): boolean {
  try {
    const storage = globalThis[area];
    if (text === null) storage.removeItem(key);
    else storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls back when a stored value may have changed elsewhere: in another tab, or while this page was
 * in the back/forward cache, where it hears nothing.
 */
export function onStored(key: string, listener: () => void): void {
  addEventListener("storage", (event) => {
    // A null key: everything was cleared.
    if (event.key === key || event.key === null) listener();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) listener();
  });
}
