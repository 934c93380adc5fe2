import { say } from "../page/live-region.client.ts";
import { onStored, readText } from "../page/storage.client.ts";

const FIELD = ".command var";

const fail = () => {
  say("Your names could not be loaded.", "shown");
};

/** Fields and rules are loaded when there is a name to show, or when a reader is about to type one. */
function load(): void {
  import("./edit.client.ts").catch(fail);
}

function loadIfKept(): void {
  if (readText("names")) load();
}

// The label is the placeholder until what is loaded takes over.
for (const field of document.querySelectorAll<HTMLElement>(FIELD)) {
  field.setAttribute("contenteditable", "plaintext-only");
  field.role = "textbox";
  field.ariaLabel = field.textContent;
}

// The reader can type at once, and what is loaded finds what was typed: in the field, or in
// `data-typed` when the reader has left. Nothing unchecked stays in a command.
for (const sign of ["pointerover", "focusin", "focusout"]) {
  document.addEventListener(sign, ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches(`${FIELD}[aria-label^="<"]`)) return;
    if (sign === "focusout") {
      target.dataset["typed"] = target.textContent;
      target.textContent = target.ariaLabel;
    }
    load();
  });
}

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || !target.closest("[data-names]")) return;
  import("./panel.client.ts").then((panel) => {
    panel.openPanel();
  }, fail);
});

loadIfKept();
onStored("names", loadIfKept);
