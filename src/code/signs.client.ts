import { say } from "../page/live-region.client.ts";

/** Whatever copies in other ways than a button's plain text; it arrives when it is wanted. */
export const loadMore = () => import("./more.client.ts");

/** What tells that it will be wanted, and where on the page; a selection may start anywhere. */
const SIGNS = [
  ["pointerover", ".code .copy"],
  ["focusin", ".code"],
  ["keydown", ".code"],
  ["selectstart", ""],
  ["click", "[data-as]"],
] as const;

for (const [sign, where] of SIGNS) {
  document.addEventListener(sign, (event) => {
    const { target } = event;
    if (where && !(target instanceof Element && target.closest(where))) return;
    loadMore().then(
      ({ more }) => {
        more(event);
      },
      () => {
        if (sign === "click") say("Other ways to copy could not be loaded.", "shown");
      },
    );
  });
}
