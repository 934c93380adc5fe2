import { singleKeys } from "../../page/single-keys.client.ts";
import { say } from "../../page/live-region.client.ts";
import { readText } from "../../page/storage.client.ts";
import { isTyping } from "../../page/typing.client.ts";
import { PLACES } from "../files.ts";
import { LANDING } from "./landing-note.ts";
import { isShortcut } from "./shortcut.ts";

let places: Promise<Response> | undefined;

/** Loads the dialog and what search can lead to as soon as the reader seems to want them. */
async function loadDialog(): Promise<typeof import("./dialog.client.ts")> {
  const dialog = import("./dialog.client.ts");
  places ??= fetch(PLACES);
  // A failure shows when the reader searches.
  places.catch(() => undefined);
  const engine = await import("../engine/engine.client.ts");
  engine.loadIndex(places).catch(() => undefined);
  return dialog;
}

/** What is typed between the shortcut and the dialog's arrival; undefined when it is not awaited. */
let typed: string | undefined;

async function open(query = ""): Promise<void> {
  typed ??= "";
  try {
    const { openDialog } = await loadDialog();
    openDialog(query, typed);
  } catch {
    // Without the network a page that is not there yet would be the browser's own error.
    if (navigator.onLine) location.assign("/search/");
    else
      say("Search needs the network. “All pages” at the foot may still be in your cache.", "shown");
  } finally {
    typed = undefined;
  }
}

/** Takes a key for the field that is still loading. */
function keep(event: KeyboardEvent): void {
  if (typed === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Backspace") typed = typed.slice(0, -1);
  else if (event.key.length === 1) typed += event.key;
  else return;
  event.preventDefault();
}

const warm = () => void loadDialog().catch(() => undefined);

/** The link to the list of all pages becomes a button that opens search. */
class SearchOpen extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    if (!link) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
    button.append(...link.childNodes);
    link.replaceWith(button);
    for (const sign of ["pointerenter", "focus", "touchstart"]) {
      button.addEventListener(sign, warm, { once: true, passive: true });
    }
    button.addEventListener("click", () => void open(this.dataset["query"]));
  }
}

customElements.define("search-open", SearchOpen);

document.addEventListener("keydown", (event) => {
  if (typed !== undefined) {
    keep(event);
    return;
  }
  const typing = isTyping(event.target);
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  const shortcut = isShortcut(event, typing && navigator.userAgent.includes("Mac"));
  if (!shortcut && (!slash || typing || !singleKeys())) return;
  event.preventDefault();
  void open();
});

const asked = new URLSearchParams(location.search).get("q");
if (asked) void open(asked);

// A result led here. What shows its place is not worth its bytes on every page.
if (readText(LANDING, "sessionStorage"))
  void import("./landing.client.ts").then((landing) => {
    landing.landFromSearch();
  });
