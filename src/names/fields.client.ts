import type { QuoteContext } from "../shell/quote.ts";
import { NAMES } from "./declared.ts";
import { currentValues, onChange } from "./store.client.ts";
import { nameText, namespaceFlag } from "./values.ts";

/** Where the build has put what depends on the reader's names: see `highlightCommand`. */
const SPOTS = "var, i";
const COMMANDS = ".command code[data-source]";

/** The elements of each command that contain the reader's names. */
const commands = new Map<HTMLElement, HTMLElement[]>();

/** The field that the reader types in: its text is the reader's until the edit ends. */
let edited = document.activeElement;

/** What a command says when a value takes the place of what is being typed. */
function textWith(value: string, field: Element, code: HTMLElement): string {
  const range = document.createRange();
  range.selectNodeContents(code);
  range.setEndBefore(field);
  const start = range.toString();
  range.selectNodeContents(code);
  range.setStartAfter(field);
  return start + value + range.toString();
}

function show(code: HTMLElement, spots: readonly HTMLElement[]): void {
  const values = currentValues();
  let typedIn: string | undefined;
  for (const element of spots) {
    const { name, in: context = "bare" } = element.dataset;
    const filled = name ? nameText(name, context as QuoteContext, values) : namespaceFlag(values);
    if (element === edited) {
      typedIn = filled;
      continue;
    }
    if (element.textContent !== filled) element.textContent = filled;
    if (name) element.toggleAttribute("data-filled", filled !== `<${name}>`);
  }
  const text = edited && typedIn !== undefined ? textWith(typedIn, edited, code) : code.textContent;
  // A button's name says what it copies.
  const names = code.parentElement?.querySelectorAll(":scope > [data-copy] > [data-label] + *");
  for (const name of names ?? []) name.textContent = ` ${text}`;
}

/** Shows the reader's names in the commands of the page, now and whenever they change. */
function dress(root: ParentNode): void {
  for (const code of root.querySelectorAll<HTMLElement>(COMMANDS)) {
    if (commands.has(code)) continue;
    const spots = [...code.querySelectorAll<HTMLElement>(SPOTS)];
    for (const element of spots) {
      if (element.localName === "i") element.className = "f scope";
      else element.dataset["name"] ??= element.ariaLabel?.slice(1, -1) ?? "";
    }
    if (spots.length === 0) continue;
    commands.set(code, spots);
    show(code, spots);
  }
}

/**
 * Shows the reader's names in commands that the build has not marked, as results of a search.
 * @param root contains `code[data-source]` elements with the commands as they were written
 */
export async function dressPlain(root: ParentNode): Promise<void> {
  const { markSpots } = await import("./mark-spots.client.ts");
  for (const code of root.querySelectorAll<HTMLElement>(COMMANDS)) {
    if (!commands.has(code)) markSpots(code);
  }
  dress(root);
}

/** Writes the names into every command again. */
function refresh(): void {
  for (const [code, spots] of commands) {
    if (code.isConnected) show(code, spots);
    else commands.delete(code);
  }
}

/**
 * Leaves a field to the reader until another is named: the names are written into all others.
 * @param field none when the reader has left it
 */
export function leaveToReader(field: HTMLElement | null): void {
  edited = field;
  refresh();
}

/**
 * The declared name that a field on the page takes.
 * @param field a `var` of a dressed command
 */
export function nameOf(field: HTMLElement) {
  const name = field.dataset["name"] ?? "";
  const declared = NAMES.get(name);
  return declared && { name, ...declared };
}

onChange(refresh);
dress(document);
