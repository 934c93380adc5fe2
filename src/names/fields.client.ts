import { NAMES } from "./declared.ts";
import { spotsOf, textAt, type Spot } from "./fill.ts";
import { currentValues, onChange } from "./store.client.ts";

/** A command on the page: what the writer wrote, and the elements that hold the reader's names. */
interface Dressed {
  text: string;
  spots: { spot: Spot; element: HTMLElement }[];
}

const commands = new Map<HTMLElement, Dressed>();

/** The place in an element's text at an index: a text node and an offset in it. */
function pointAt(root: Node, index: number): [Text, number] | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = index;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return undefined;
}

/** Puts an element around a part of the text, or, where that is empty, behind what is before it. */
function wrap(code: HTMLElement, { kind, start, end }: Spot): HTMLElement | undefined {
  const from = pointAt(code, start);
  const to = pointAt(code, end);
  if (!from || !to) return undefined;
  const element = document.createElement(kind === "name" ? "var" : "span");
  if (kind === "namespace") {
    element.className = "f scope";
    const [node, offset] = from;
    const parent = node.parentElement;
    if (offset === node.length && parent && parent !== code) parent.after(element);
    else node.splitText(offset).before(element);
    return element;
  }
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  range.surroundContents(element);
  return element;
}

function dressOne(code: HTMLElement): Dressed {
  const text = code.textContent;
  const ready = [...code.querySelectorAll("var")];
  const all = spotsOf(text);
  const marked = ready.length > 0;
  // From the end, so that what was put in does not move what comes.
  const spots = all.toReversed().flatMap((spot) => {
    const element = spot.kind === "name" && marked ? ready.pop() : wrap(code, spot);
    if (!element) return [];
    if (spot.kind === "name") element.dataset["name"] = spot.name;
    return [{ spot, element }];
  });
  return { text, spots };
}

function show(code: HTMLElement, { text, spots }: Dressed): void {
  const values = currentValues();
  for (const { spot, element } of spots) {
    // What the reader is typing in stays as it is typed.
    if (element === document.activeElement) continue;
    const filled = textAt(text, spot, values);
    if (element.textContent !== filled) element.textContent = filled;
    if (spot.kind === "name") element.toggleAttribute("data-filled", filled !== `<${spot.name}>`);
  }
  // A button's name says what it copies.
  const names = code.parentElement?.querySelectorAll(":scope > [data-copy] > [data-label] + *");
  for (const name of names ?? []) name.textContent = ` ${code.textContent}`;
}

/**
 * Shows the reader's names in the commands of a part of the page, now and whenever they change.
 * @param root holds `code[data-source]` elements of commands, written as their writer wrote them
 */
export function dress(root: ParentNode): void {
  for (const code of root.querySelectorAll<HTMLElement>(".command code[data-source]")) {
    if (commands.has(code)) continue;
    const dressed = dressOne(code);
    if (dressed.spots.length === 0) continue;
    commands.set(code, dressed);
    show(code, dressed);
  }
}

/** Writes the names into every command anew. */
export function refresh(): void {
  for (const [code, dressed] of commands) {
    if (code.isConnected) show(code, dressed);
    else commands.delete(code);
  }
}

/**
 * The declared name that a field on the page stands for.
 * @param field a `var` of a dressed command
 */
export function nameOf(field: HTMLElement) {
  const name = field.dataset["name"] ?? "";
  const declared = NAMES.get(name);
  return declared && { name, ...declared };
}

onChange(refresh);
dress(document);
