import { say } from "../components/status.client.ts";
import { copyAs } from "./copy-as.client.ts";

export { joinLines } from "./one-line.ts";

/**
 * Answers a sign that a reader wants to copy.
 * @param event what the reader did, on an element of a code block
 */
export function more(event: Event): void {
  const target = event.target as Element;
  const as = target.closest<HTMLButtonElement>("[data-as]");
  if (!as) return;
  copyAs(as, event).catch(() => {
    if (event.type === "click") say("Other ways to copy could not be loaded.", "shown");
  });
}
