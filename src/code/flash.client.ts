/** Milliseconds for which a button says what became of the copy. */
const SHOWN = 2000;

/** What labels said before they told of a copy. */
const labels = new WeakMap<HTMLElement, string>();

/**
 * Lets a button say for a moment what became of a copy.
 * @param button a copy button
 * @param text what it says
 * @param state how that looks
 */
export function flash(button: HTMLElement, text: string, state: "done" | "failed"): void {
  const label = button.querySelector<HTMLElement>("[data-label]");
  if (!label) return;
  const before = labels.get(label) ?? label.textContent;
  labels.set(label, before);
  label.textContent = text;
  button.dataset["copy"] = state;
  setTimeout(() => {
    label.textContent = before;
    button.dataset["copy"] = "";
  }, SHOWN);
}
