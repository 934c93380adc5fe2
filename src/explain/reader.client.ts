import { say } from "../page/live-region.client.ts";
import { fieldsOf, keysAt } from "./keys.client.ts";
import { loadNotes } from "./load.client.ts";
import type { FieldNotes } from "./notes.ts";
import { hidePopover, ID, popover, showFailure, showNote } from "./popover.client.ts";

const FAILED = "What the fields mean could not be loaded. The manifest is complete without it.";

/** Milliseconds for which the popover waits for a pointer on its way into it. */
const GRACE = 450;

/** A manifest whose fields are being read by keyboard, finger or click. */
interface Session {
  figure: HTMLElement;
  notes: FieldNotes;
  keys: Map<string, HTMLElement>;
}

let session: Session | undefined;
let shown: HTMLElement | undefined;
let linked: HTMLElement[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
/** Counts the requests, so that an answer that comes late is dropped. */
let turn = 0;

function clear(): void {
  hidePopover();
  shown?.classList.remove("explained");
  if (shown?.role === "button") shown.ariaExpanded = "false";
  for (const key of linked) key.classList.remove("tied");
  shown = undefined;
  linked = [];
}

/** Ends the reading and makes the manifest plain text again. */
function leave(focus = false): void {
  turn += 1;
  clearTimeout(timer);
  clear();
  const { figure, keys } = session ?? {};
  session = undefined;
  if (focus) figure?.querySelector<HTMLElement>("[data-explain]")?.focus();
  for (const key of keys?.values() ?? []) {
    for (const name of ["role", "tabindex", "aria-expanded", "aria-controls", "aria-describedby"]) {
      key.removeAttribute(name);
    }
  }
}

function show(id: string, key: HTMLElement, notes: FieldNotes, figure: HTMLElement): void {
  const note = notes.fields[id];
  if (!note || (key === shown && popover.matches(":popover-open"))) return;
  clear();
  shown = key;
  key.classList.add("explained");
  linked = keysAt((note.ties ?? []).flatMap(({ to }) => to)).filter((one) => one !== key);
  for (const one of linked) one.classList.add("tied");
  showNote(note, notes.version, linked.length, figure);
}

/** Makes every field of a manifest a button, one of them a stop of the Tab key. */
function begin(figure: HTMLElement, notes: FieldNotes): Session {
  if (session?.figure === figure) return session;
  leave();
  const keys = fieldsOf(figure, notes);
  for (const key of keys.values()) {
    key.role = "button";
    key.tabIndex = -1;
    key.ariaExpanded = "false";
    key.setAttribute("aria-controls", ID);
  }
  return (session = { figure, notes, keys });
}

function moveTo({ figure, notes, keys }: Session, to: HTMLElement): void {
  const [id] = [...keys].find(([, key]) => key === to) ?? [];
  if (id === undefined) return;
  for (const key of keys.values()) {
    key.tabIndex = key === to ? 0 : -1;
    key.removeAttribute("aria-describedby");
  }
  show(id, to, notes, figure);
  to.ariaExpanded = "true";
  to.setAttribute("aria-describedby", `${ID}-text`);
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/**
 * Explains what the reader points at or presses.
 * @param target a part of a manifest's code, or its Explain button
 * @param hover whether it is only pointed at: then the popover goes when the pointer does
 */
export async function explain(target: Element, hover: boolean): Promise<void> {
  const figure = target.closest<HTMLElement>("[data-manifest]");
  const key = target.closest<HTMLElement>(".k");
  // A click that ends a selection is no question.
  if (!figure || (!hover && key && getSelection()?.type === "Range")) return;
  const mine = (turn += 1);
  if (key) clearTimeout(timer);
  const notes = await loadNotes(figure.dataset["manifest"] ?? "").catch(() => undefined);
  if (mine !== turn || (hover && session)) return;
  if (!notes) {
    if (hover && !key) return;
    leave();
    showFailure(FAILED, figure);
    say(FAILED, "quiet");
  } else if (!hover) {
    const next = begin(figure, notes);
    const to = key ?? next.keys.values().next().value;
    if (to) moveTo(next, to);
  } else if (key) {
    const [id] = [...fieldsOf(figure, notes)].find(([, one]) => one === key) ?? [];
    if (id !== undefined) show(id, key, notes, figure);
  }
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && (session ?? popover.matches(":popover-open"))) {
    event.preventDefault();
    leave(true);
    return;
  }
  const keys = [...(session?.keys.values() ?? [])];
  const at = keys.findIndex((key) => key === event.target);
  if (!session || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = steps[event.key];
  const press = event.key === "Enter" || event.key === " ";
  if (!step && !press) return;
  event.preventDefault();
  const to = keys[step?.(at, keys.length - 1) ?? at];
  if (press && to === shown) clear();
  else if (to) moveTo(session, to);
});

const isWithin = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null;

document.addEventListener("click", ({ target }) => {
  if (!isWithin(target, `#${ID}, .manifest .k, [data-explain]`)) leave();
});

document.addEventListener("focusin", ({ target }) => {
  if (session && !isWithin(target, `#${ID}, [aria-controls="${ID}"], [data-explain]`)) leave();
});

document.addEventListener("pointerover", ({ target }) => {
  if (session) return;
  clearTimeout(timer);
  if (!isWithin(target, `#${ID}, .explained`)) timer = setTimeout(leave, GRACE);
});

popover.addEventListener("dismiss", () => {
  leave(true);
});
