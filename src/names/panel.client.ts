import { create } from "../page/dom.client.ts";
import { say } from "../page/live-region.client.ts";
import { SINGLE_KEYS, singleKeys } from "../page/single-keys.client.ts";
import { setSingleKeys } from "../page/set-single-keys.client.ts";
import { onStored } from "../page/storage.client.ts";
import { NAMES } from "./declared.ts";
import "./edit.client.ts";
import { memorySentence } from "./hint.client.ts";
import { keepOnOneLine } from "./one-line.client.ts";
import { oneLine } from "./one-line.ts";
import { refusal } from "./refusal.ts";
import {
  acceptedValue,
  clearValues,
  currentValues,
  onChange,
  preview,
  setValue,
} from "./store.client.ts";

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
  /** The row that is being typed in, from the first change until the reader leaves it. */
  #edited: Row | undefined;
  readonly #keys = create("input", { type: "checkbox", id: "single-keys" });
  readonly #memory = create("p", { class: "memory" });
  readonly #clear = create("button", { type: "button", class: "clear" }, "Clear all");

  constructor() {
    const close = create("button", { type: "button", class: "close" }, "Close");
    const fields = create("div", { class: "names" });
    for (const name of NAMES.keys()) {
      const { row, element } = makeRow(name);
      this.#rows.push(row);
      fields.append(element);
      row.input.addEventListener("beforeinput", keepOnOneLine);
      row.input.addEventListener("input", () => {
        this.#take(row);
      });
      row.input.addEventListener("focusout", () => {
        this.#end();
      });
    }
    this.#keys.addEventListener("change", () => {
      setSingleKeys(this.#keys.checked);
    });
    this.#dialog = create(
      "dialog",
      { class: "names-panel", "aria-labelledby": "names-title" },
      create("header", {}, create("h2", { id: "names-title" }, "Your names"), close),
      create(
        "p",
        { class: "lead-in" },
        "Enter a name once, and every command on this site uses it, also when you copy it.",
      ),
      fields,
      create(
        "p",
        { class: "keys" },
        this.#keys,
        create("label", { for: "single-keys" }, "Single-key shortcuts: "),
        create("kbd", {}, "/"),
        " searches, ",
        create("kbd", {}, "c"),
        " copies the focused block",
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
      this.#end();
    });
    addEventListener("pagehide", () => {
      this.#end();
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
    onStored(SINGLE_KEYS, () => {
      this.#fill();
    });
  }

  open(): void {
    this.#fill();
    for (const { problem } of this.#rows) problem.textContent = "";
    this.#dialog.showModal();
  }

  /** Previews what is in a field; a refused value changes nothing. */
  #take(row: Row): void {
    const { name, input, problem } = row;
    this.#edited = row;
    const refused = preview(name, oneLine(input.value));
    input.setAttribute("aria-invalid", String(refused !== undefined));
    problem.textContent = refused ?? "";
  }

  /** Stores what was typed, or gives the accepted value back and says why. */
  #end(): void {
    if (!this.#edited) return;
    const { name, input, problem } = this.#edited;
    this.#edited = undefined;
    const typed = oneLine(input.value);
    const refused = setValue(name, typed);
    this.#fill();
    if (!refused) return;
    const message = refusal(typed, refused, acceptedValue(name));
    if (this.#dialog.open) problem.textContent = message;
    else say(message, "shown");
  }

  /** Shows what is stored; the field that is being typed in is left alone. */
  #fill(): void {
    for (const row of this.#rows) {
      if (row === this.#edited) continue;
      row.input.value = acceptedValue(row.name);
      row.input.removeAttribute("aria-invalid");
    }
    this.#keys.checked = singleKeys();
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
