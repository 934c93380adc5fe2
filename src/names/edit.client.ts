import { say } from "../page/live-region.client.ts";
import { leaveToReader, nameOf } from "./fields.client.ts";
import { hideHint, showHint } from "./hint.client.ts";
import { keepOnOneLine } from "./one-line.client.ts";
import { hasBreaks, oneLine, typedAround } from "./one-line.ts";
import { refusal } from "./refusal.ts";
import { acceptedValue, endPreview, onChange, preview, setValue } from "./store.client.ts";

const FIELD = "figure var[data-name]";

type Declared = NonNullable<ReturnType<typeof nameOf>>;

/** The field that the reader is in. */
let open: { field: HTMLElement; declared: Declared; changed: boolean } | undefined;

function prepare(field: HTMLElement): void {
  field.spellcheck = false;
  for (const [name, value] of [
    ["autocapitalize", "off"],
    ["autocorrect", "off"],
    ["enterkeyhint", "done"],
    ["aria-label", nameOf(field)?.label ?? ""],
  ] as const) {
    field.setAttribute(name, value);
  }
}

/** Shows a value as it is typed, without quotes. */
function write(field: HTMLElement, value: string): void {
  field.textContent = value;
  getSelection()?.selectAllChildren(field);
}

function begin(field: HTMLElement, typed: string): void {
  const declared = nameOf(field);
  if (!declared || open?.field === field) return;
  end();
  open = { field, declared, changed: false };
  leaveToReader(field);
  write(field, typed || acceptedValue(declared.name));
  showHint(field, declared);
  if (typed) {
    getSelection()?.collapseToEnd();
    take();
  }
  // A click moves the caret after this event, even out of the field if its line has rewrapped.
  setTimeout(() => {
    if (open?.field === field && !open.changed) getSelection()?.selectAllChildren(field);
  });
}

/** Previews what is in the field; a refused value changes nothing. */
function take(): void {
  if (!open) return;
  const { field, declared } = open;
  open.changed = true;
  const typed = oneLine(field.textContent);
  if (hasBreaks(field.textContent) || field.childElementCount > 0) {
    write(field, typed);
    getSelection()?.collapseToEnd();
  }
  const problem = preview(declared.name, typed);
  field.setAttribute("aria-invalid", String(problem !== undefined));
  showHint(field, declared, problem);
}

/** Stores what was typed, or says why not. */
function accept({ name }: Declared, typed: string): void {
  const problem = setValue(name, typed);
  if (problem) say(refusal(typed, problem, acceptedValue(name)), "shown");
}

function end(): void {
  if (!open) return;
  const { field, declared, changed } = open;
  const typed = oneLine(field.textContent);
  open = undefined;
  hideHint(field);
  field.removeAttribute("aria-invalid");
  // Unchanged, it could overwrite what another tab has stored since.
  if (changed) accept(declared, typed);
  leaveToReader(null);
}

/** Ends the edit, in a window without the focus too, where `blur` has no event. */
function leave(): void {
  const field = open?.field;
  end();
  field?.blur();
}

document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLElement && target.matches(FIELD)) begin(target, "");
});

document.addEventListener("focusout", ({ target }) => {
  if (target === open?.field) end();
});

document.addEventListener("input", ({ target }) => {
  if (target === open?.field) take();
});

document.addEventListener("beforeinput", (event) => {
  if (event.target === open?.field) keepOnOneLine(event);
});

document.addEventListener("keydown", (event) => {
  if (event.target !== open?.field || event.isComposing) return;
  if (event.key === "Escape") {
    event.preventDefault();
    open.changed = false;
    endPreview();
    leave();
  } else if (event.key === "Enter") {
    event.preventDefault();
    // On to what a reader does next: the same key copies.
    open.field.closest(".command")?.querySelector<HTMLElement>("[data-copy]")?.focus();
  }
});

// Speech input and scripts press buttons without moving the focus: what is copied is never a value
// that is still being typed and may be refused.
document.addEventListener(
  "click",
  ({ target }) => {
    if (target instanceof Element && target.closest("button")) leave();
  },
  true,
);

document.addEventListener(
  "copy",
  ({ target }) => {
    if (target instanceof Node && !open?.field.contains(target)) leave();
  },
  true,
);

// A page that Back brings back would otherwise have the focus in a field without an edit.
addEventListener("pagehide", leave);

onChange(() => {
  if (open && !open.changed) write(open.field, acceptedValue(open.declared.name));
});

/** Makes a field ready, and goes on with what the reader typed before this script was there. */
function takeOver(field: HTMLElement): void {
  prepare(field);
  const declared = nameOf(field);
  if (!declared) return;
  const isIn = field === document.activeElement;
  const text = (isIn ? field.textContent : field.dataset["typed"]) ?? "";
  delete field.dataset["typed"];
  const value = oneLine(typedAround(text, `<${declared.name}>`));
  if (isIn) begin(field, value);
  else if (value) accept(declared, value);
}

for (const field of document.querySelectorAll<HTMLElement>(FIELD)) takeOver(field);
