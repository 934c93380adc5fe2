import { adoptStyles, create } from "../../page/dom.client.ts";
import styles from "./filters.css?inline";

adoptStyles(styles);

/** The choice of one group of results, or all: radio buttons that look like chips. */
export class Filters {
  readonly element = create("fieldset", { class: "filters" });
  readonly #changed: () => void;

  /** @param changed called when the reader has chosen */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.element.append(create("legend", { class: "hidden" }, "Show"));
    this.#add("All", true);
    this.element.addEventListener("change", () => {
      this.#changed();
    });
  }

  /** The group that is chosen; undefined for all. */
  get value(): string | undefined {
    const checked = this.element.querySelector<HTMLInputElement>("input:checked");
    return checked?.value === "" ? undefined : checked?.value;
  }

  /**
   * Offers groups to choose from.
   * @param groups their names in order
   */
  offer(groups: readonly string[]): void {
    if (this.element.querySelectorAll("input").length > 1) return;
    for (const group of groups) this.#add(group, false);
  }

  /** Back to all groups, without calling `changed`. */
  reset(): void {
    const all = this.element.querySelector("input");
    if (all) all.checked = true;
  }

  #add(group: string, all: boolean): void {
    const input = create("input", { type: "radio", name: "group", value: all ? "" : group });
    input.checked = all;
    this.element.append(create("label", {}, input, group));
  }
}
