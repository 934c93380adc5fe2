import { singleKeys } from "../page/single-keys.client.ts";
import { isTyping } from "../page/typing.client.ts";

/** The button that the key presses for what has the focus: its command's, else its block's first. */
function buttonFor(target: Element): HTMLElement | null | undefined {
  const scope = target.closest(".command") ?? target.closest("figure.code");
  return scope?.querySelector<HTMLElement>("[data-copy]");
}

/**
 * Copies the block, or the command, that has the focus, for the key `c` alone.
 * @param event a key that was pressed within a code block
 */
export function copyByKey(event: KeyboardEvent): void {
  const { target, key, repeat, isComposing, ctrlKey, metaKey, altKey } = event;
  if (key !== "c" || repeat || isComposing || ctrlKey || metaKey || altKey) return;
  if (!(target instanceof Element) || isTyping(target) || !singleKeys()) return;
  buttonFor(target)?.click();
}

/**
 * Lets a copy button tell of its key, while that works.
 * @param target the button, or a part of it, that the reader is at
 */
export function tellOfKey(target: Element): void {
  const button = target.closest<HTMLElement>("[data-copy]");
  if (!button || buttonFor(button) !== button) return;
  const what = button.closest(".command") ? "command" : "block";
  for (const [name, value] of [
    ["title", `c copies the ${what} that has the focus`],
    ["aria-keyshortcuts", "c"],
  ] as const) {
    if (singleKeys()) button.setAttribute(name, value);
    else button.removeAttribute(name);
  }
}
