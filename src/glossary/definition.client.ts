import { adoptStyles, create } from "../page/dom.client.ts";
import { inlineCode } from "../text/inline-code.ts";
import { fetchJson, loadOnce } from "../page/load-once.client.ts";
import { DEFINITIONS, type Definition } from "./definitions.ts";
import styles from "./definition.css?inline";

adoptStyles(styles);

/** Milliseconds for which the popover waits for a pointer on its way into it. */
const GRACE = 300;

const ID = "definition";
const name = create("strong");
const text = create("p", { id: `${ID}-text` });
const page = create("a");
const more = create("p", { class: "more" }, "More: ", page);
const popover = create("div", { id: ID, class: "definition", popover: "manual" }, name, text, more);

const load = loadOnce(async (url: string) => (await fetchJson(url)) as Record<string, Definition>);
let shown: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Counts the requests, so that an answer that comes late is dropped. */
let turn = 0;

function hide(): void {
  turn += 1;
  clearTimeout(timer);
  shown?.removeAttribute("aria-describedby");
  shown?.classList.remove("defined");
  shown = undefined;
  if (popover.matches(":popover-open")) popover.hidePopover();
}

/**
 * Shows the definition of a term beside it.
 * @param term the link to the term in the glossary
 * @param tapped whether a finger asked for it; pointer and focus have to be there still
 * @throws whatever loading the definitions threw; the next call tries again
 */
export async function showDefinition(term: HTMLAnchorElement, tapped: boolean): Promise<void> {
  clearTimeout(timer);
  if (term === shown) return;
  const mine = (turn += 1);
  const all = await load(DEFINITIONS);
  const definition = all[decodeURIComponent(term.hash.slice(1))];
  const wanted = tapped || term.matches(":hover, :focus");
  if (mine !== turn || !definition || !wanted) return;
  hide();
  shown = term;
  name.textContent = definition.term;
  text.replaceChildren(
    ...inlineCode(definition.text).map(({ text: piece, code }) =>
      code ? create("code", { translate: "no" }, piece) : piece,
    ),
  );
  page.textContent = definition.page?.title ?? "";
  page.href = definition.page?.href ?? "";
  more.hidden = !definition.page || page.pathname === location.pathname;
  // Beside the term, so that Tab leads from it into the popover.
  term.after(popover);
  term.classList.add("defined");
  term.setAttribute("aria-describedby", text.id);
  popover.showPopover();
}

const within = (target: EventTarget | null) =>
  target instanceof Element && (target === shown || popover.contains(target));

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (!shown || pointerType === "touch") return;
  clearTimeout(timer);
  if (!within(target) && document.activeElement !== shown) timer = setTimeout(hide, GRACE);
});

document.addEventListener("focusin", ({ target }) => {
  if (shown && !within(target)) hide();
});

document.addEventListener("click", ({ target }) => {
  if (shown && !within(target)) hide();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown) return;
  event.preventDefault();
  if (popover.contains(document.activeElement)) shown.focus();
  hide();
});
