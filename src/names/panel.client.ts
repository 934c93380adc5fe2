import { create } from "../page/dom.client.ts";
import { say } from "../page/live-region.client.ts";
import { singleKeys } from "../page/single-keys.client.ts";
import { setSingleKeys } from "../page/set-single-keys.client.ts";
import { NAMES } from "./declared.ts";
import "./edit.client.ts";
import { memorySentence } from "./hint.client.ts";
import { clearValues, currentValues, onChange, setValue } from "./store.client.ts";

interface Row {
  name: string;
  input: HTMLInputElement;
  problem: HTMLElement;
}

function makeRow(name: string): { row: Row; element: HTMLElement } {
  const { label, example, note } = NAMES.get(name) ?? { label: name, example: "", note: "" };
  const id = `name-${name}`;
  const input = create("input", {
    id,
    autocomplete: "off",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
    enterkeyhint: "next",
    "aria-describedby": `${id}-note ${id}-problem`,
  });
  const problem = create("p", { id: `${id}-problem`, class: "problem", "aria-live": "polite" });
  const word = create("code", {}, `<${name}>`);
  const sample = create("code", {}, example);
  const element = create(
    "div",
    { class: "name" },
    create("label", { for: id }, label, " ", word),
    input,
    create("p", { id: `${id}-note`, class: "note" }, `${note} For example `, sample, "."),
    problem,
  );
  return { row: { name, input, problem }, element };
}

class Panel {
  readonly #dialog: HTMLDialogElement;
  readonly #rows: Row[] = [];
  readonly #memory = create("p", { class: "memory" });
  readonly #clear = create("button", { type: "button", class: "clear" }, "Clear all");

  constructor() {
    const close = create("button", { type: "button", class: "close" }, "Close");
    const fields = create("div", { class: "names" });
    for (const name of NAMES.keys()) {
      const { row, element } = makeRow(name);
      this.#rows.push(row);
      fields.append(element);
      row.input.addEventListener("input", () => {
        this.#take(row);
      });
    }
    const keys = create("input", { type: "checkbox", id: "single-keys" });
    keys.checked = singleKeys();
    keys.addEventListener("change", () => {
      setSingleKeys(keys.checked);
    });
    this.#dialog = create(
      "dialog",
      { class: "names-panel", "aria-labelledby": "names-title" },
      create("header", {}, create("h2", { id: "names-title" }, "Your names"), close),
      create(
        "p",
        { class: "lead-in" },
        "Give a name once, and every command here holds it, copied ones too.",
      ),
      fields,
      create(
        "p",
        { class: "keys" },
        keys,
        create("label", { for: "single-keys" }, "Single-key shortcuts: "),
        create("kbd", {}, "/"),
        " searches, ",
        create("kbd", {}, "c"),
        " copies the block that has the focus",
      ),
      create("footer", {}, this.#memory, this.#clear),
    );
    document.body.append(this.#dialog);
    close.addEventListener("click", () => {
      this.#dialog.close();
    });
    this.#dialog.addEventListener("click", ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    this.#dialog.addEventListener("close", () => {
      this.#fill();
    });
    this.#clear.addEventListener("click", () => {
      clearValues();
      this.#fill();
      say("All names are cleared.", "shown");
      this.#rows[0]?.input.focus();
    });
    onChange(() => {
      this.#fill();
    });
  }

  open(): void {
    this.#fill();
    this.#dialog.showModal();
  }

  #take({ name, input, problem }: Row): void {
    const refused = setValue(name, input.value.trim());
    input.setAttribute("aria-invalid", String(refused !== undefined));
    problem.textContent = refused ? `Not taken. ${refused}` : "";
    this.#summarise();
  }

  /** Shows what is stored; a field that is being typed in is left alone. */
  #fill(): void {
    const values = currentValues();
    for (const { name, input, problem } of this.#rows) {
      if (input === document.activeElement && this.#dialog.open) continue;
      input.value = values[name] ?? "";
      input.removeAttribute("aria-invalid");
      problem.textContent = "";
    }
    this.#summarise();
  }

  #summarise(): void {
    this.#memory.textContent = memorySentence();
    this.#clear.disabled = Object.keys(currentValues()).length === 0;
  }
}

let panel: Panel | undefined;

/** Opens the panel that shows every name, to see, change and clear them. */
export function openPanel(): void {
  panel ??= new Panel();
  panel.open();
}
