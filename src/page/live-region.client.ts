/** `quiet` is only announced; `shown` also appears on the screen until the next message. */
export type StatusTone = "quiet" | "shown";

/** Milliseconds for which a message is shown. */
const SHOWN = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Announces a message in the page's live region.
 * @param message one or two short sentences
 */
export function say(message: string, tone: StatusTone): void {
  const status = document.getElementById("status");
  if (!status) return;
  // A modal dialog makes the rest of the page inert, other dialogs too: the topmost has the focus.
  const host =
    document.activeElement?.closest("dialog") ??
    document.querySelector("dialog[open]") ??
    document.body;
  if (status.parentElement !== host) host.append(status);
  clearTimeout(timer);
  status.textContent = "";
  status.classList.toggle("shown", tone === "shown");
  // Emptied first, so that the same message is announced again.
  requestAnimationFrame(() => (status.textContent = message));
  timer = setTimeout(() => {
    status.textContent = "";
    status.classList.remove("shown");
  }, SHOWN);
}
