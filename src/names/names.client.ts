import { say } from "../page/live-region.client.ts";
import { onStored, readText } from "../page/storage.client.ts";

const FIELD = ".command var";

/** Fields and rules are loaded when there is a name to show, or when a reader is about to type one. */
const load = () => import("./edit.client.ts");

const fail = () => {
  say("Your names could not be loaded. Check your connection.", "shown");
};

function loadIfKept(): void {
  if (readText("names")) load().catch(fail);
}

for (const field of document.querySelectorAll<HTMLElement>(FIELD)) {
  field.tabIndex = 0;
  field.role = "textbox";
  field.ariaLabel = field.textContent;
}

for (const sign of ["pointerover", "focusin"]) {
  document.addEventListener(sign, ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches(FIELD)) return;
    load().then(({ edit }) => {
      edit(target);
    }, fail);
  });
}

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || !target.closest("[data-names]")) return;
  import("./panel.client.ts").then(({ openPanel }) => {
    openPanel();
  }, fail);
});

loadIfKept();
onStored("names", loadIfKept);
