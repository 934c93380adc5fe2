/** The dialog and the engine arrive with the reader's first sign of wanting them. */
const loadDialog = () => import("./dialog.client.ts");

async function open(query = ""): Promise<void> {
  const { openDialog } = await loadDialog();
  openDialog(query);
}

const warm = () =>
  void loadDialog().then(({ warmEngine }) => {
    warmEngine();
  });

/** Whether a key press belongs to what the reader is typing. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

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
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  const shortcut = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!shortcut && (!slash || isTyping(event.target))) return;
  event.preventDefault();
  void open();
});
