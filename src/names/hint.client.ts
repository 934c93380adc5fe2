import { adoptStyles, create } from "../page/dom.client.ts";
import type { Name } from "./declared.ts";
import { isKept } from "./store.client.ts";
import styles from "./names.css?inline";

adoptStyles(styles);

const ID = "name-hint";
/** Pixels between the hint and the field, and between the hint and the edge of the window. */
const GAP = 6;
const EDGE = 16;
const label = create("strong");
const note = create("span");
const example = create("code");
const memory = create("p", { class: "memory" });
const problem = create("p", { class: "problem", role: "alert" });
const hint = create(
  "div",
  { id: ID, class: "name-hint", popover: "manual" },
  create("p", {}, label, " ", note, " For example ", example, "."),
  problem,
  memory,
);

/**
 * Where names are remembered, as a sentence for the reader.
 * @returns for a browser that stores them, or one that does not
 */
export const memorySentence = (): string =>
  isKept()
    ? "Used in every command on this site, and stored only in this browser."
    : "Used in every command on this page. This browser does not store it, so it will not be remembered.";

/** Where the hint is: a rule of its own, since the site sets no style attributes. */
const spot = new CSSStyleSheet();
document.adoptedStyleSheets.push(spot);

/**
 * Puts the hint below the field, or above it where there is no room, and never over it. Anchors of
 * CSS do not: Firefox has none yet, and WebKit's are a line off where the field wraps.
 */
function place(field: HTMLElement): void {
  const { left, top, bottom } = field.getBoundingClientRect();
  const { width, height } = hint.getBoundingClientRect();
  const below = bottom + GAP;
  const above = top - GAP - height;
  const { clientWidth, clientHeight } = document.documentElement;
  const end = Math.min(clientHeight, visualViewport?.height ?? clientHeight);
  const start = below + height > end && above >= 0 ? above : below;
  const side = Math.max(EDGE, Math.min(left, clientWidth - EDGE - width));
  // From the start of the page: it scrolls along with the field.
  spot.replaceSync(
    `.name-hint { inset-block-start: ${scrollY + start}px; inset-inline-start: ${scrollX + side}px }`,
  );
}

let placed: HTMLElement | undefined;
addEventListener("resize", () => {
  if (placed) place(placed);
});

/**
 * Says beside a field what to type in it, or why a value is refused.
 * @param field the field that the reader is in
 * @param name the name that it takes
 * @param refused the reason, as a sentence
 */
export function showHint(field: HTMLElement, name: Name, refused = ""): void {
  label.textContent = `${name.label}.`;
  note.textContent = name.note;
  example.textContent = name.example;
  memory.textContent = memorySentence();
  if (problem.textContent !== refused) problem.textContent = refused;
  field.classList.add("naming");
  field.setAttribute("aria-describedby", ID);
  if (field.parentElement?.nextElementSibling !== hint) field.parentElement?.after(hint);
  if (!hint.matches(":popover-open")) hint.showPopover();
  placed = field;
  place(field);
}

/**
 * Takes the hint away.
 * @param field the field that it is beside
 */
export function hideHint(field: HTMLElement): void {
  placed = undefined;
  field.classList.remove("naming");
  field.removeAttribute("aria-describedby");
  if (hint.matches(":popover-open")) hint.hidePopover();
}
