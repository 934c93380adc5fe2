import { say } from "../page/live-region.client.ts";
import { copyAs } from "./copy-as.client.ts";
import { copyByKey, tellOfKey } from "./copy-key.client.ts";
import { startSelecting } from "./selection.client.ts";

export { joinLines } from "../shell/join-lines.ts";

/**
 * Does what an event of copy-intent.client.ts asks for.
 * @param event what the reader did
 */
export function act(event: Event): void {
  const { target, type } = event;
  if (type === "selectstart") startSelecting(target);
  else if (event instanceof KeyboardEvent) copyByKey(event);
  else if (target instanceof Element) atButton(target, event);
}

/** The reader is at a button, or presses it. */
function atButton(target: Element, event: Event): void {
  tellOfKey(target);
  const as = target.closest<HTMLButtonElement>("[data-as]");
  if (!as) return;
  copyAs(as, event).catch(() => {
    if (event.type === "click") say("Other ways to copy could not be loaded.", "shown");
  });
}
