/** `quiet` is only announced; `shown` also appears on the screen until the next message. */
export type StatusTone = "quiet" | "shown";

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Says something in the page's live region.
 * @param message one or two short sentences
 * @param tone whether it is announced only or also shown for ten seconds
 */
export function say(message: string, tone: StatusTone): void {
  const status = document.getElementById("status");
  if (!status) return;
  // A modal dialog makes the rest of the page inert, its live regions too.
  const host = document.querySelector("dialog[open]") ?? document.body;
  if (status.parentElement !== host) host.append(status);
  clearTimeout(timer);
  status.textContent = "";
  status.classList.toggle("shown", tone === "shown");
  // Emptied first, so that the same message is announced again.
  requestAnimationFrame(() => (status.textContent = message));
  timer = setTimeout(() => {
    status.textContent = "";
    status.classList.remove("shown");
  }, 10_000);
}
