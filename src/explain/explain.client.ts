import { onRest } from "../page/hover-intent.client.ts";
import { say } from "../page/live-region.client.ts";

/** The reading aid arrives with the reader's first sign of wanting it. */
function read(target: Element, hover: boolean): void {
  import("./reader.client.ts")
    .then((reader) => reader.explain(target, hover))
    .catch(() => {
      if (!hover) say("The explanations could not be loaded.", "shown");
    });
}

onRest(".manifest pre, [data-explain]", (target) => {
  read(target, true);
});

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || !target.closest(".manifest .k, [data-explain]")) return;
  read(target, false);
});
