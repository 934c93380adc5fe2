import { HoverCard } from "../page/hover-card.client.ts";
import { say } from "../page/live-region.client.ts";
import { keyElements, keysAt } from "./keys.client.ts";
import { loadNotes } from "./load.client.ts";
import type { FieldNotes } from "./notes.ts";
import { close, fit, ID, popover, writeFailure, writeNote } from "./popover.client.ts";

const FAILED = "What the fields mean could not be loaded. The manifest is complete without it.";

/** A manifest whose fields are being read by keyboard, finger or click. */
interface Session {
  figure: HTMLElement;
  notes: FieldNotes;
  keys: Map<string, HTMLElement>;
}

let session: Session | undefined;
let shown: HTMLElement | undefined;
let linked: HTMLElement[] = [];

const card = new HoverCard(popover, {
  at: (target) => target.closest(".explained") !== null,
  keeps: (target) => target.closest(".manifest .k, [data-explain]") !== null,
  ended,
});

function clear(): void {
  card.fold();
  shown?.classList.remove("explained");
  if (shown?.role === "button") shown.ariaExpanded = "false";
  for (const key of linked) key.classList.remove("tied");
  shown = undefined;
  linked = [];
}

/** Makes the manifest plain text again. */
function ended(back: boolean): void {
  const within = popover.contains(document.activeElement);
  clear();
  const { figure = popover.previousElementSibling, keys } = session ?? {};
  if (back && (session ?? within)) figure?.querySelector<HTMLElement>("[data-explain]")?.focus();
  session = undefined;
  for (const key of keys?.values() ?? []) {
    for (const name of ["role", "tabindex", "aria-expanded", "aria-controls", "aria-describedby"]) {
      key.removeAttribute(name);
    }
  }
}

function show(id: string, key: HTMLElement, notes: FieldNotes, figure: HTMLElement): void {
  const note = notes.fields[id];
  if (!note || (key === shown && card.open)) return;
  clear();
  shown = key;
  key.classList.add("explained");
  linked = keysAt((note.ties ?? []).flatMap(({ to }) => to)).filter((one) => one !== key);
  for (const one of linked) one.classList.add("tied");
  writeNote(note, notes.version, linked.length);
  card.show(figure, session !== undefined);
  fit();
}

/** Makes every field of a manifest a button, one of them a stop of the Tab key. */
function begin(figure: HTMLElement, notes: FieldNotes): Session {
  if (session?.figure === figure) return session;
  card.end();
  const keys = keyElements(figure, notes);
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
  const loading = loadNotes(figure.dataset["manifest"] ?? "").catch(() => undefined);
  // The pointer is on its way to a field, or to the button.
  if (hover && !key) return;
  const isLast = card.ask();
  const notes = await loading;
  if (!isLast() || (hover && (session ?? !key?.matches(":hover")))) return;
  if (!notes) {
    card.end();
    writeFailure(FAILED);
    card.show(figure, !hover);
    fit();
    say(FAILED, "quiet");
  } else if (!hover) {
    const next = begin(figure, notes);
    const to = key ?? next.keys.values().next().value;
    if (to) moveTo(next, to);
  } else if (key) {
    const [id] = [...keyElements(figure, notes)].find(([, one]) => one === key) ?? [];
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

close.addEventListener("click", () => {
  card.end(true);
});
