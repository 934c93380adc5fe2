import type { Direction } from "./keys.ts";

const linkIn = (cell: Element | undefined) => cell?.querySelector("a")?.href;

/**
 * The selected cell of the grid of results. The focus stays in the field, which names the cell as
 * its active descendant.
 */
export class Selection {
  readonly #input: HTMLInputElement;
  readonly #grid: HTMLElement;
  #cell: HTMLElement | undefined;
  /** Whether the reader chose it, and not the dialog. */
  #chosen = false;

  constructor(input: HTMLInputElement, grid: HTMLElement) {
    this.#input = input;
    this.#grid = grid;
  }

  /** The link or button of the selected cell. */
  get target(): HTMLElement | undefined {
    return this.#cell?.querySelector<HTMLElement>("a, button") ?? undefined;
  }

  /** A new query is asked: what the reader chose before no longer counts. */
  forget(): void {
    this.#chosen = false;
  }

  /** Rows were replaced by others that have nothing to select at first. */
  clear(): void {
    this.#select(undefined);
  }

  /** Replaces the rows; what the reader has chosen stays selected where it is still there. */
  replace(rows: readonly HTMLElement[]): void {
    const chosen = this.#chosen ? linkIn(this.#cell) : undefined;
    this.#grid.replaceChildren(...rows);
    const cells = this.#firstCells();
    this.#select(cells.find((cell) => linkIn(cell) === chosen) ?? cells[0]);
  }

  /**
   * Moves by one row, or between the cells of a row.
   * @returns false when there is nothing in that direction, and the key is the field's
   */
  move(direction: Direction): boolean {
    const next = this.#next(direction);
    if (!(next instanceof HTMLElement)) return false;
    this.#select(next);
    this.#chosen = true;
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  #next(direction: Direction): Element | undefined {
    const row = this.#cell?.parentElement;
    const [link, copy] = row?.children ?? [];
    const { selectionStart, value } = this.#input;
    if (direction === "right") return selectionStart === value.length ? copy : undefined;
    if (direction === "left") return this.#cell === copy ? link : undefined;
    const cells = this.#firstCells();
    const at = cells.findIndex((cell) => cell.parentElement === row);
    if (direction === "down") return cells[(at + 1) % cells.length];
    return cells.at(at <= 0 ? -1 : at - 1);
  }

  #firstCells(): HTMLElement[] {
    return [...this.#grid.querySelectorAll<HTMLElement>("[role=row] > :first-child")];
  }

  #select(cell: HTMLElement | undefined): void {
    this.#cell?.removeAttribute("aria-selected");
    this.#cell = cell;
    if (cell) {
      cell.setAttribute("aria-selected", "true");
      this.#input.setAttribute("aria-activedescendant", cell.id);
    } else this.#input.removeAttribute("aria-activedescendant");
  }
}
