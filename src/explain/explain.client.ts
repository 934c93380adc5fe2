import { say } from "../page/live-region.client.ts";

/** Milliseconds after which a pointer that rests on code means to read it. */
const REST = 120;

let timer: ReturnType<typeof setTimeout> | undefined;

/** The reading aid arrives with the reader's first sign of wanting it. */
function read(target: Element, hover: boolean): void {
  import("./reader.client.ts")
    .then(({ explain }) => explain(target, hover))
    .catch(() => {
      if (!hover) say("The explanations could not be loaded.", "shown");
    });
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  clearTimeout(timer);
  if (pointerType === "touch" || !(target instanceof Element)) return;
  if (target.closest(".manifest pre, [data-explain]")) timer = setTimeout(read, REST, target, true);
});

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || !target.closest(".manifest .k, [data-explain]")) return;
  clearTimeout(timer);
  read(target, false);
});
