import { adoptStyles, create } from "../../page/dom.client.ts";
import { closeOverlays } from "../../page/overlays.client.ts";
import { readText } from "../../page/storage.client.ts";
import { groupsOf, type Answer } from "../engine/engine.client.ts";
import { keysHint, collapseSpaces, queryField } from "./field.client.ts";
import { Filters } from "./filters.client.ts";
import { actionOf } from "./keys.ts";
import { leaveFor } from "./leave.client.ts";
import { answerMessage, EMPTY, failure, partialFailure, type Message } from "./messages.client.ts";
import { QueryRunner } from "./query-runner.client.ts";
import { keepSearch } from "./recent.client.ts";
import { renderResults } from "./results.client.ts";
import { Selection } from "./selection.client.ts";
import { renderStarts } from "./starts.client.ts";
import styles from "./search.css?inline";

adoptStyles(styles);

/** Whether a command among the hits depends on the reader's names, or may once some are stored. */
function needsNames(hits: Answer["hits"]): boolean {
  const commands = hits.filter(({ place }) => place.kind === "command");
  // Null: nothing is stored. Blocked storage gives undefined, and names may be kept in memory.
  const mayHaveNames = readText("names") !== null;
  return commands.some(({ place }) => mayHaveNames || place.title.includes("<"));
}

/** Shows the reader's names in the results; a failure leaves the placeholders. */
async function showNames(results: HTMLElement): Promise<void> {
  try {
    const { dressPlain } = await import("../../names/fields.client.ts");
    await dressPlain(results);
  } catch {
    // The commands are complete without them.
  }
}

const RESULTS_ID = "finder-results";

/** A `<dialog>` with a combobox whose popup is a grid: rows are places, cells link and Copy. */
class SearchDialog {
  readonly #input = queryField(RESULTS_ID);
  readonly #results = create("div", { id: RESULTS_ID, role: "grid", "aria-label": "Results" });
  readonly #state = create("p", { class: "state", role: "status" });
  readonly #found = create("div", { class: "found" }, this.#state, this.#results);
  readonly #filters = new Filters(() => void this.#ask());
  readonly #selection = new Selection(this.#input, this.#results);
  readonly #runner = new QueryRunner({
    answered: (answer, query) => {
      this.#show(answer, query);
    },
    failed: (partly) => {
      this.#fail(partly);
    },
  });
  readonly #dialog: HTMLDialogElement;
  /** The results on the screen. */
  #hits: Answer["hits"] = [];
  /** Words that the results on the screen were found by. */
  #words: readonly string[] = [];
  /** The last query; undefined before the first one, and when it has to be asked again. */
  #asked: string | undefined;

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
      this.#press(event);
    });
    this.#results.addEventListener("click", (event) => {
      this.#click(event);
    });
  }

  open(query: string, typed: string): void {
    if (!this.#dialog.open) {
      if (this.#filters.value !== undefined) this.#asked = undefined;
      this.#filters.reset();
      this.#dialog.showModal();
      // The reader may have given names since the results were rendered.
      this.#showNames();
    }
    if (query) this.#input.value = collapseSpaces(query);
    this.#input.focus();
    this.#input.select();
    // Keys pressed while this was loading, as if the field had been there.
    if (typed) this.#input.setRangeText(typed, 0, this.#input.value.length, "end");
    if (this.#input.value.trim() !== this.#asked) void this.#ask();
  }

  async #ask(): Promise<void> {
    const query = this.#input.value.trim();
    this.#asked = query;
    this.#selection.forget();
    // Before the new results are there: afterwards it would cost a layout of its own.
    this.#found.scrollTop = 0;
    this.#results.ariaBusy = String(query !== "");
    if (query === "") {
      this.#runner.cancel();
      this.#offerStarts([]);
      this.#say(EMPTY);
    } else if (await this.#runner.run(query, this.#filters.value)) this.#results.ariaBusy = "false";
  }

  /** Offers searches instead of results. */
  #offerStarts(nearest: readonly string[]): void {
    this.#results.replaceChildren(...renderStarts(nearest));
    this.#input.ariaExpanded = "true";
    this.#selection.clear();
  }

  #show(answer: Answer, query: string): void {
    const { hits, complete, nearest, words } = answer;
    this.#words = words;
    this.#say(answerMessage(answer, query, this.#filters.value));
    if (hits.length === 0) {
      if (complete) this.#offerStarts(nearest);
      return;
    }
    this.#selection.replace(renderResults(hits));
    this.#input.ariaExpanded = "true";
    this.#hits = hits;
    this.#showNames();
  }

  #showNames(): void {
    if (needsNames(this.#hits)) void showNames(this.#results);
  }

  #fail(partly: boolean): void {
    // The next opening tries again.
    this.#asked = undefined;
    this.#say(partly ? partialFailure() : failure());
    if (partly) return;
    this.#results.replaceChildren();
    this.#input.ariaExpanded = "false";
    this.#selection.clear();
  }

  #say(message: Message): void {
    this.#state.replaceChildren(...message);
  }

  #press(event: KeyboardEvent): void {
    const action = actionOf(event);
    if (!action || (action.kind === "move" && !this.#selection.move(action.direction))) return;
    // Escape would only empty a search field.
    event.preventDefault();
    if (action.kind === "close") this.#dialog.close();
    if (action.kind === "open") this.#open(action.apart);
  }

  /** @param apart in a tab or window of its own: which of them, the browser decides by the keys */
  #open(apart: boolean): void {
    const { target } = this.#selection;
    if (!apart || !(target instanceof HTMLAnchorElement)) {
      target?.click();
      return;
    }
    keepSearch(this.#input.value.trim());
    window.open(target.href, "_blank", "noopener");
  }

  #click(event: MouseEvent): void {
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
    // With a modifier the browser opens it elsewhere, or downloads it.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // A place on this very page would stay hidden behind what is open.
    closeOverlays();
    leaveFor(link, this.#words);
  }
}

let dialog: SearchDialog | undefined;

/**
 * Opens search, with the query field focused.
 * @param query what to search for at once; empty keeps what was typed last
 * @param typed what the reader typed before the dialog was there; it replaces the query
 */
export function openDialog(query: string, typed: string): void {
  dialog ??= new SearchDialog();
  dialog.open(query, typed);
}
