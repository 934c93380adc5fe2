import { LANDING, type Landing } from "./landing-note.ts";

/**
 * Sees to it that the place that a result leads to is shown, on this page or on the next.
 * @param link the result that the reader follows
 * @param words of the search
 */
export function leaveFor({ pathname, hash }: HTMLAnchorElement, words: readonly string[]): void {
  if (pathname === location.pathname) {
    void import("./landing.client.ts").then(({ land }) => {
      land(words, hash);
    });
    return;
  }
  try {
    const landing: Landing = { url: pathname + hash, words: [...words] };
    sessionStorage.setItem(LANDING, JSON.stringify(landing));
  } catch {
    // Storage is blocked: the browser still scrolls to the place.
  }
}
