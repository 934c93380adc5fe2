import { say } from "../page/live-region.client.ts";
import { nameOf, refresh } from "./fields.client.ts";
import { hideHint, showHint } from "./hint.client.ts";
import { currentValues, setValue } from "./store.client.ts";

const FIELD = "figure var[data-name]";

/** The field that the reader is in, and the value that it had before. */
let open: { field: HTMLElement; name: string; before: string } | undefined;

/** What was typed or pasted, on one line. */
const typedIn = (field: HTMLElement) => field.textContent.replace(/\s+/g, " ").trim();

function prepare(field: HTMLElement): void {
  const declared = nameOf(field);
  if (!declared || field.isContentEditable) return;
  field.contentEditable = "plaintext-only";
  field.spellcheck = false;
  for (const [name, value] of [
    ["autocapitalize", "off"],
    ["autocorrect", "off"],
    ["enterkeyhint", "done"],
    ["aria-label", declared.label],
  ] as const) {
    field.setAttribute(name, value);
  }
}

function begin(field: HTMLElement): void {
  const declared = nameOf(field);
  if (!declared || open?.field === field) return;
  prepare(field);
  const before = currentValues()[declared.name] ?? "";
  open = { field, name: declared.name, before };
  // Unquoted while it is typed; what stood for an empty name gives way to the first letter.
  field.textContent = before;
  getSelection()?.selectAllChildren(field);
  showHint(field, declared);
}

/** Takes over what stands in the field; a refused value changes nothing. */
function take(): void {
  if (!open) return;
  const { field, name } = open;
  const problem = setValue(name, typedIn(field));
  field.setAttribute("aria-invalid", String(problem !== undefined));
  const declared = nameOf(field);
  if (declared) showHint(field, declared, problem);
}

function end(): void {
  if (!open) return;
  const { field, name } = open;
  const typed = typedIn(field);
  const problem = setValue(name, typed);
  open = undefined;
  hideHint(field);
  field.removeAttribute("aria-invalid");
  if (problem) say(`“${typed.slice(0, 60)}” was not taken. ${problem}`, "shown");
}

document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLElement && target.matches(FIELD)) begin(target);
});

document.addEventListener("focusout", ({ target }) => {
  if (target !== open?.field) return;
  end();
  // The field counts as focused until the event is over.
  queueMicrotask(refresh);
});

document.addEventListener("input", ({ target }) => {
  if (target === open?.field) take();
});

document.addEventListener("keydown", (event) => {
  if (event.target !== open?.field || event.isComposing) return;
  const { field, name, before } = open;
  if (event.key === "Escape") {
    event.preventDefault();
    setValue(name, before);
    field.textContent = before;
    take();
    field.blur();
  } else if (event.key === "Enter") {
    event.preventDefault();
    // On to what a reader does next: the same key copies.
    field.closest(".command")?.querySelector<HTMLElement>("[data-copy]")?.focus();
  }
});

/**
 * Makes a field ready to type in, and starts when the reader is in it already.
 * @param field a `var` of a command on the page
 */
export function edit(field: HTMLElement): void {
  if (field === document.activeElement) begin(field);
}

for (const field of document.querySelectorAll<HTMLElement>(FIELD)) prepare(field);
