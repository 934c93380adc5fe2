import { say } from "../page/live-region.client.ts";

/** Loads every way to copy other than a button's plain text. */
export const loadActions = () => import("./copy-actions.client.ts");

/** Events that show that a reader may copy, and where; a selection may start anywhere. */
const INTENT = [
  ["pointerover", ".code .copy"],
  ["focusin", ".code"],
  ["keydown", ".code"],
  ["selectstart", ""],
  ["click", "[data-as]"],
] as const;

for (const [type, where] of INTENT) {
  document.addEventListener(type, (event) => {
    const { target } = event;
    if (where && !(target instanceof Element && target.closest(where))) return;
    loadActions().then(
      ({ act }) => {
        act(event);
      },
      () => {
        if (type === "click") say("Other ways to copy could not be loaded.", "shown");
      },
    );
  });
}
