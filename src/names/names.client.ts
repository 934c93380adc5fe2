import { say } from "../components/status.client.ts";

const FIELD = ".command var";

/** Fields and rules arrive when there is a name to show, or a reader who wants to give one. */
const load = () => import("./edit.client.ts");

const fail = () => {
  say("Your names could not be loaded. Check your connection.", "shown");
};

function loadIfKept(): void {
  try {
    if (localStorage.getItem("names")) load().catch(fail);
  } catch {
    // Storage is blocked: there is nothing to show.
  }
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
// Names may come from another tab, also while this page was put aside.
for (const sign of ["storage", "pageshow"]) addEventListener(sign, loadIfKept);
