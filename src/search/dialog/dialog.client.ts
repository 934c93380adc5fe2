import { adoptStyles, create } from "../../page/dom.client.ts";
import { groupsOf, search, type Answer } from "../engine/engine.client.ts";
import { keysHint, queryField } from "./field.client.ts";
import { Filters } from "./filters.client.ts";
import { leaveFor } from "./leave.client.ts";
import { keepSearch } from "./recent.client.ts";
import { renderResults } from "./results.client.ts";
import { renderStarts } from "./starts.client.ts";
import styles from "./search.css?inline";

adoptStyles(styles);

const RESULTS_ID = "finder-results";

/** A `<dialog>` with a combobox whose popup is a grid: rows are places, cells link and Copy. */
class Finder {
  readonly #input = queryField(RESULTS_ID);
  readonly #results = create("div", { id: RESULTS_ID, role: "grid", "aria-label": "Results" });
  readonly #state = create("p", { class: "state", role: "status" });
  readonly #found = create("div", { class: "found" }, this.#state, this.#results);
  readonly #filters = new Filters(() => void this.#ask());
  readonly #dialog: HTMLDialogElement;
  /** Words that the results on the screen were found by. */
  #words: string[] = [];
  /** What was asked last; undefined before the first time. */
  #asked: string | undefined;
  /** Number of the newest query: an older one that answers late is dropped. */
  #newest = 0;
  #cell: HTMLElement | undefined;
  /** Whether the reader has chosen among the results by keyboard. */
  #moved = false;

  constructor() {
    const close = create("button", { type: "button", class: "close" }, "Close");
    this.#dialog = create(
      "dialog",
      { class: "finder", "aria-label": "Search" },
      create("div", { class: "query" }, this.#input),
      this.#filters.element,
      this.#found,
      keysHint(),
      // Last, so that Tab leads from the field to the filters.
      close,
    );
    document.body.append(this.#dialog);
    groupsOf().then(
      (groups) => {
        this.#filters.offer(groups);
      },
      () => undefined,
    );
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
    if (!this.#dialog.open) {
      if (this.#filters.value !== undefined) this.#asked = undefined;
      this.#filters.reset();
      this.#dialog.showModal();
    }
    if (query) this.#input.value = query;
    this.#input.focus();
    this.#input.select();
    // Keys pressed while this was loading, as if the field had been there.
    if (typed) this.#input.setRangeText(typed, 0, this.#input.value.length, "end");
    if (this.#input.value.trim() !== this.#asked) void this.#ask();
  }

  async #ask(): Promise<void> {
    const query = this.#input.value.trim();
    this.#asked = query;
    this.#moved = false;
    const number = ++this.#newest;
    // Before the new results are there: afterwards it would cost a layout of its own.
    this.#found.scrollTop = 0;
    this.#results.setAttribute("aria-busy", String(query !== ""));
    if (query === "") {
      this.#begin([]);
      this.#say("Type a concept, a command, a field, or paste what kubectl printed.");
      return;
    }
    let shown = false;
    try {
      for await (const answer of search(query, this.#filters.value)) {
        if (number !== this.#newest) return;
        this.#show(answer, query);
        shown = true;
      }
    } catch {
      if (number === this.#newest) this.#fail(shown);
    }
    if (number === this.#newest) this.#results.setAttribute("aria-busy", "false");
  }

  /** Shows what can be searched for at once. */
  #begin(nearest: readonly string[]): void {
    this.#results.replaceChildren(...renderStarts(nearest));
    this.#input.setAttribute("aria-expanded", "true");
    this.#select(undefined);
  }

  #show(answer: Answer, query: string): void {
    const { hits, complete, corrections, nearest, exact, total, words } = answer;
    this.#words = [...words];
    if (hits.length === 0) {
      if (complete) {
        this.#begin(nearest);
        const where = this.#filters.value ? ` in ${this.#filters.value}` : "";
        this.#say(`Nothing found for “${query.slice(0, 80)}”${where}. Try other words, or`, true);
      } else this.#say("Searching …");
      return;
    }
    const chosen = this.#moved ? this.#cell?.querySelector("a")?.href : undefined;
    this.#results.replaceChildren(...renderResults(hits));
    this.#input.setAttribute("aria-expanded", "true");
    // The whole answer may come when the reader has already chosen from the first.
    const cells = this.#cells();
    const again = cells.find((cell) => cell.querySelector("a")?.href === chosen);
    this.#select(again ?? cells[0]);
    const places = total === 1 ? "1 place" : `${total} places`;
    const found = exact ? `${places} found` : "No place has all of these words. The closest:";
    if (corrections.length > 0) this.#sayCorrected(answer, found);
    else this.#say(complete ? found : "Searching …");
    // The reader's names, where there are any.
    void import("../../names/fields.client.ts").then(
      ({ dress }) => {
        dress(this.#results);
      },
      () => undefined,
    );
  }

  #sayCorrected({ corrections }: Answer, found: string): void {
    const used = corrections.map((one) => one.used).join(" ");
    const typed = corrections.map((one) => `“${one.typed.slice(0, 40)}”`).join(" and ");
    this.#state.replaceChildren(
      "Showing results for ",
      create("strong", {}, used),
      `: no page has ${typed}. ${found}`,
    );
  }

  #fail(titlesOnly: boolean): void {
    // The next opening tries again.
    this.#asked = undefined;
    if (titlesOnly) {
      this.#say("Only titles were searched: the full text could not be loaded. You can also", true);
      return;
    }
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
      this.#moved = true;
      beside.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      this.#cell?.querySelector<HTMLElement>("a, button")?.click();
    }
  }

  #follow(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const query = target?.closest<HTMLElement>("[data-query]")?.dataset["query"];
    if (query !== undefined) {
      this.#input.value = query;
      this.#input.focus();
      void this.#ask();
      return;
    }
    const link = target?.closest("a");
    if (link ?? target?.closest("[data-copy]")) keepSearch(this.#input.value.trim());
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A place on this very page would stay hidden behind the dialog.
    this.#dialog.close();
    leaveFor(link, this.#words);
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
