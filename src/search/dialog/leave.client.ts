import { writeJson } from "../../page/json-storage.client.ts";
import { LANDING, type Landing } from "./landing-note.ts";

/**
 * Has the place that a result leads to shown, on this page or on the next.
 * @param words of the search, to be marked there
 */
export function leaveFor({ pathname, hash }: HTMLAnchorElement, words: readonly string[]): void {
  if (pathname === location.pathname) {
    void import("./landing.client.ts").then(({ land }) => {
      land(words, hash);
    });
    return;
  }
  const landing: Landing = { url: pathname + hash, words: [...words] };
  // Where storage is blocked, the browser still scrolls to the place.
  writeJson(LANDING, landing, "sessionStorage");
}
