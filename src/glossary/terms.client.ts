/** Milliseconds after which a pointer that rests on a term means to read it. */
const REST = 200;

let timer: ReturnType<typeof setTimeout> | undefined;

const termAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>("a.term") : null;

/** The definitions arrive with the reader's first sign of wanting one. */
function define(term: HTMLAnchorElement, tapped: boolean): void {
  import("./definition.client.ts")
    .then(({ showDefinition }) => showDefinition(term, tapped))
    .catch(() => {
      // The term is a link, which still leads to its definition.
      if (tapped) location.assign(term.href);
    });
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  clearTimeout(timer);
  const term = termAt(target);
  if (term && pointerType !== "touch") timer = setTimeout(define, REST, term, false);
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
