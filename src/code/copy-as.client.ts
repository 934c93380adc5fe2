import { adoptStyles, create } from "../page/dom.client.ts";
import { say } from "../page/live-region.client.ts";
import { writeClipboard } from "./clipboard.client.ts";
import styles from "./copy-as.css?inline";
import { flash } from "./flash.client.ts";
import { hereDocument } from "./here-document.ts";

adoptStyles(styles);

/** A way to copy a manifest. */
interface Way {
  label: string;
  /** What is copied, now. */
  text: () => string;
  /** What the reader sees of it. */
  shown: (text: string) => string;
  note: string;
}

/** The names' rules and quotes: heavy, and needed by the one command that takes a namespace. */
async function waysOf(figure: HTMLElement): Promise<Way[]> {
  const { currentNamespaceFlag } = await import("../names/current.client.ts");
  const url = `${location.origin}/manifests/${figure.dataset["manifest"] ?? ""}`;
  const source = figure.querySelector("[data-source]")?.textContent ?? "";
  return [
    {
      label: "kubectl apply",
      text: () => `kubectl${currentNamespaceFlag()} apply -f ${url}`,
      shown: (text) => text,
      note: "kubectl fetches the file from this site.",
    },
    {
      label: "here-document",
      text: () => hereDocument(source, `kubectl${currentNamespaceFlag()} apply -f -`),
      shown: (text) => `${text.slice(0, text.indexOf("\n"))} …`,
      note: "The command with the whole file in it, to paste into a terminal.",
    },
  ];
}

/** Where copying is not allowed, a field of the menu shows the text, selected. */
function offer(menu: HTMLElement, text: string): void {
  const field = create("textarea", { readonly: "", rows: "4", "aria-label": "Text to copy" });
  field.value = text;
  menu.querySelector("textarea")?.remove();
  menu.append(field);
  field.select();
  say("Copying is not allowed here. The text is selected: press Ctrl C or ⌘ C.", "shown");
}

function makeWay({ label, text, shown, note }: Way, menu: HTMLElement, button: HTMLElement) {
  const sample = create("code");
  const way = create("button", { type: "button" }, create("b", {}, label), sample, note);
  menu.append(way);
  menu.addEventListener("beforetoggle", () => {
    sample.textContent = shown(text());
  });
  way.addEventListener("click", () => {
    const copied = text();
    void writeClipboard(copied, way).then((done) => {
      if (!done) {
        offer(menu, copied);
        return;
      }
      menu.hidePopover();
      button.focus();
      const copy = button.parentElement?.querySelector<HTMLElement>("[data-copy]");
      if (copy) flash(copy, "Copied", "done");
      say(`Copied ${shown(copied).replace(" …", "")}.`, "quiet");
    });
  });
}

async function makeMenu(button: HTMLButtonElement): Promise<HTMLElement> {
  const figure = button.closest<HTMLElement>("figure") ?? button;
  const ways = await waysOf(figure);
  const label = button.textContent.trim();
  const menu = create("div", { class: "ways", popover: "", role: "group", "aria-label": label });
  for (const way of ways) makeWay(way, menu, button);
  menu.append(create("p", { class: "effect" }, "Both change the cluster"));
  // Before it is shown: the open button is what the menu is placed by, from its first frame on.
  menu.addEventListener("beforetoggle", ({ newState }) => {
    button.ariaExpanded = String(newState === "open");
    if (newState === "closed") menu.querySelector("textarea")?.remove();
  });
  menu.addEventListener("focusout", ({ relatedTarget: to }) => {
    if (to instanceof Node && to !== button && !menu.contains(to)) menu.hidePopover();
  });
  button.after(menu);
  button.popoverTargetElement = menu;
  return menu;
}

const menus = new WeakMap<HTMLButtonElement, Promise<HTMLElement>>();
/** Clicks that the browser answers by itself, since the button has its menu. */
const answered = new WeakSet<Event>();

document.addEventListener(
  "click",
  (event) => {
    const button = event.target instanceof Element && event.target.closest("button");
    if (button && button.popoverTargetElement) answered.add(event);
  },
  true,
);

/**
 * Gets the menu of other ways to copy a manifest ready, and opens it for the click that came first.
 * @param button the manifest's “as…” button
 * @param event what the reader did there
 */
export async function copyAs(button: HTMLButtonElement, event: Event): Promise<void> {
  const menu = menus.get(button) ?? makeMenu(button);
  menus.set(button, menu);
  menu.catch(() => menus.delete(button));
  const made = await menu;
  if (event.type !== "click" || answered.has(event) || made.matches(":popover-open")) return;
  made.showPopover({ source: button });
}
