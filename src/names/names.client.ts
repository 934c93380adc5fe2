const FIELD = ".command var";

/** Fields, panel and rules arrive when there is a name to show or a reader who wants to give one. */
const load = () => import("./edit.client.ts");

function loadIfKept(): void {
  try {
    if (localStorage.getItem("names")) void load();
  } catch {
    // Storage is blocked: there is nothing to show.
  }
}

for (const field of document.querySelectorAll<HTMLElement>(FIELD)) {
  field.tabIndex = 0;
  field.role = "textbox";
  field.ariaLabel = field.textContent;
}

for (const sign of ["pointerover", "focusin", "click"] as const) {
  document.addEventListener(sign, ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.matches(FIELD))
      void load().then(({ edit }) => {
        edit(target as HTMLElement);
      });
    else if (sign === "click" && target.closest("[data-names]"))
      void import("./panel.client.ts").then(({ openPanel }) => {
        openPanel();
      });
  });
}

for (const button of document.querySelectorAll<HTMLElement>("[data-names]")) button.hidden = false;
loadIfKept();
// Names may come from another tab, also while this page was put aside.
for (const sign of ["storage", "pageshow"]) addEventListener(sign, loadIfKept);
