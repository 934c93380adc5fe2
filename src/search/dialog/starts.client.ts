import searches from "../../../content/searches.json" with { type: "json" };
import { create } from "../../page/dom.client.ts";
import { clearSearches, recentSearches } from "./recent.client.ts";

function group(label: string, queries: readonly string[], key: string): HTMLElement {
  const id = `finder-${key}`;
  return create(
    "div",
    { role: "rowgroup", class: "starts", "aria-labelledby": id },
    create("p", { class: "label", id, role: "presentation" }, label),
    ...queries.map((query, index) =>
      create(
        "div",
        { role: "row", class: "hit" },
        create(
          "div",
          { role: "gridcell", id: `${id}-${index}` },
          create("button", { type: "button", tabindex: "-1", "data-query": query }, query),
        ),
      ),
    ),
  );
}

/**
 * Renders what a reader can search for at once.
 * @param nearest words near to one that was not found
 * @returns row groups for the grid: those words or the reader's last searches, the commonest
 *   errors, the commonest tasks
 */
export function renderStarts(nearest: readonly string[]): HTMLElement[] {
  const groups: HTMLElement[] = [];
  if (nearest.length > 0) groups.push(group("Did you mean", nearest, "nearest"));
  const recent = nearest.length > 0 ? [] : recentSearches();
  if (recent.length > 0) {
    const mine = group("Your last searches", recent, "recent");
    const clear = create("button", { type: "button", class: "clear" }, "Clear");
    clear.append(create("span", { class: "hidden" }, " your last searches"));
    clear.addEventListener("click", () => {
      clearSearches();
      document.getElementById("finder-query")?.focus();
      mine.remove();
    });
    mine.querySelector(".label")?.after(clear);
    groups.push(mine);
  }
  groups.push(group("Common errors", searches.errors, "errors"));
  groups.push(group("Common tasks", searches.tasks, "tasks"));
  return groups;
}
