import { adoptStyles, create } from "../components/create.client.ts";
import { search, type Answer } from "./engine.client.ts";
import { renderResults } from "./results.client.ts";
import styles from "./search.css?inline";

adoptStyles(styles);

const RESULTS_ID = "finder-results";

/** A `<dialog>` with a combobox whose popup is a grid: rows are places, cells link and Copy. */
class Finder {
  readonly #input = create("input", {
    type: "search",
    id: "finder-query",
    placeholder: "Search or paste an error",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "go",
    maxlength: "500",
    role: "combobox",
    "aria-label": "Search",
    "aria-expanded": "false",
    "aria-controls": RESULTS_ID,
    "aria-autocomplete": "list",
    "aria-describedby": "finder-keys",
  });
  readonly #results = create("div", { id: RESULTS_ID, role: "grid", "aria-label": "Results" });
  readonly #state = create("p", { class: "state", role: "status" });
  readonly #found = create("div", { class: "found" }, this.#state, this.#results);
  readonly #dialog: HTMLDialogElement;
  /** Number of the newest query: an older one that answers late is dropped. */
  #newest = 0;
  #cell: HTMLElement | undefined;

  constructor() {
    const close = create("button", { type: "button", class: "close" }, "Close");
    const keys = create("p", { class: "keys", id: "finder-keys" });
    for (const [key, does] of [
      ["↑ ↓", "choose"],
      ["↵", "open"],
      ["→ ↵", "copy a command"],
      ["Esc", "close"],
    ] as const) {
      keys.append(create("kbd", {}, key), ` ${does} `);
    }
    this.#dialog = create(
      "dialog",
      { class: "finder", "aria-label": "Search" },
      create("div", { class: "query" }, this.#input, close),
      this.#found,
      keys,
    );
    document.body.append(this.#dialog);
    close.addEventListener("click", () => {
      this.#dialog.close();
    });
    this.#dialog.addEventListener("click", ({ target }) => {
      // The dialog itself is hit only outside its content: on the backdrop.
      if (target === this.#dialog) this.#dialog.close();
    });
    this.#input.addEventListener("input", () => void this.#ask());
    this.#input.addEventListener("keydown", (event) => {
      this.#key(event);
    });
    this.#results.addEventListener("click", (event) => {
      this.#follow(event);
    });
  }

  open(query: string, typed: string): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    if (query) this.#input.value = query;
    this.#input.focus();
    this.#input.select();
    // Keys pressed while this was loading, as if the field had been there.
    if (typed) this.#input.setRangeText(typed, 0, this.#input.value.length, "end");
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const query = this.#input.value.trim();
    const number = ++this.#newest;
    // Before the new results are there: afterwards it would cost a layout of its own.
    this.#found.scrollTop = 0;
    if (query === "") {
      this.#show({ hits: [], total: 0, exact: true }, "");
      this.#say("Type a concept, a command, a field, or paste what kubectl printed.");
      return;
    }
    try {
      const answer = await search(query);
      if (number === this.#newest) this.#show(answer, query);
    } catch {
      if (number === this.#newest) this.#fail();
    }
  }

  #show(answer: Answer, query: string): void {
    this.#results.replaceChildren(...renderResults(answer.hits));
    this.#input.setAttribute("aria-expanded", String(answer.hits.length > 0));
    this.#select(undefined);
    if (query === "") return;
    if (answer.hits.length === 0) {
      this.#say(`Nothing found for “${query.slice(0, 80)}”. Try fewer or other words, or`, true);
      return;
    }
    this.#select(this.#cells()[0]);
    const places = answer.total === 1 ? "1 place" : `${answer.total} places`;
    if (answer.exact) this.#say(`${places} found`);
    else this.#say("No place has all of these words. The closest:");
  }

  #fail(): void {
    this.#results.replaceChildren();
    this.#input.setAttribute("aria-expanded", "false");
    this.#select(undefined);
    if (import.meta.env.DEV) this.#say("The search index exists after a build: npm run build.");
    else this.#say("Search could not be loaded. Check your connection, or", true);
  }

  #say(text: string, withList = false): void {
    this.#state.textContent = text;
    if (!withList) return;
    this.#state.append(" ", create("a", { href: "/search/" }, "see the list of all pages"), ".");
  }

  #cells(): HTMLElement[] {
    return [...this.#results.querySelectorAll<HTMLElement>("[role=row] > :first-child")];
  }

  #select(cell: HTMLElement | undefined): void {
    this.#cell?.removeAttribute("aria-selected");
    this.#cell = cell;
    if (cell) {
      cell.setAttribute("aria-selected", "true");
      this.#input.setAttribute("aria-activedescendant", cell.id);
    } else this.#input.removeAttribute("aria-activedescendant");
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      // A search field would only be emptied by it.
      event.preventDefault();
      this.#dialog.close();
      return;
    }
    const cells = this.#cells();
    const row = this.#cell?.parentElement;
    const at = row ? cells.findIndex((cell) => cell.parentElement === row) : -1;
    const atEnd = this.#input.selectionStart === this.#input.value.length;
    const moves: Record<string, () => Element | undefined> = {
      ArrowDown: () => cells[(at + 1) % cells.length],
      ArrowUp: () => cells.at(at <= 0 ? -1 : at - 1),
      ArrowRight: () => (atEnd ? row?.children[1] : undefined),
      ArrowLeft: () => (this.#cell === row?.children[1] ? row?.children[0] : undefined),
    };
    const beside = moves[event.key]?.();
    if (beside instanceof HTMLElement) {
      event.preventDefault();
      this.#select(beside);
      beside.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      this.#cell?.querySelector<HTMLElement>("a, button")?.click();
    }
  }

  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest("a");
    // A place on this very page would stay hidden behind the dialog.
    if (link && !event.ctrlKey && !event.metaKey) this.#dialog.close();
  }
}

let finder: Finder | undefined;

/**
 * Opens search, with the query field focused.
 * @param query what to search for at once; empty keeps what was typed last
 * @param typed what the reader typed before the dialog was there; it replaces the query
 */
export function openDialog(query: string, typed: string): void {
  finder ??= new Finder();
  finder.open(query, typed);
}
