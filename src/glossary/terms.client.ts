import { onRest } from "../page/hover-intent.client.ts";

const termAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>("a.term") : null;

/** The definitions arrive with the reader's first sign of wanting one. */
function define(term: HTMLAnchorElement, tapped: boolean): void {
  import("./definition.client.ts")
    .then((definition) => definition.showDefinition(term, tapped))
    .catch(() => {
      // The term is a link, which still leads to its definition.
      if (tapped) location.assign(term.href);
    });
}

onRest("a.term", (target) => {
  const term = termAt(target);
  if (term) define(term, false);
});

document.addEventListener("focusin", ({ target, relatedTarget }) => {
  const term = termAt(target);
  // Who comes back out of the definition has read it.
  const read =
    term && relatedTarget instanceof Node && term.nextElementSibling?.contains(relatedTarget);
  if (term?.matches(":focus-visible") && !read) define(term, false);
});

document.addEventListener("click", (event) => {
  const term = termAt(event.target);
  const touched = event instanceof PointerEvent && event.pointerType === "touch";
  // The second tap follows the link, as a click does.
  if (!term || !touched || term.hasAttribute("aria-describedby")) return;
  event.preventDefault();
  define(term, true);
});
