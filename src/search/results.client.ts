import { create } from "../components/create.client.ts";
import type { Hit } from "./engine.client.ts";
import { groupHits } from "./groups.ts";

/** Most results shown under one heading. */
const GROUP_LIMIT = 6;

function excerpt(pieces: readonly string[]): HTMLElement {
  const text = create("span", { class: "excerpt" });
  for (const [index, piece] of pieces.entries()) {
    text.append(index % 2 === 1 ? create("mark", {}, piece) : piece);
  }
  return text;
}

function copyButton(command: string): HTMLElement {
  return create(
    "button",
    { class: "copy", type: "button", tabindex: "-1", "data-copy": "" },
    create("span", { "data-label": "" }, "Copy"),
    create("span", { class: "hidden" }, ` ${command}`),
  );
}

function row(hit: Hit, id: string): HTMLElement {
  const isCode = hit.kind === "command" || hit.kind === "manifest" || hit.kind === "error";
  const title = create(isCode ? "code" : "span", { class: "title" }, hit.title);
  if (hit.kind === "command") title.setAttribute("data-source", "");
  const link = create("a", { href: hit.url, tabindex: "-1" }, title);
  if (hit.kind !== "page") link.append(create("span", { class: "on" }, hit.page));
  if (hit.kind !== "command" && hit.kind !== "manifest") link.append(excerpt(hit.excerpt));
  const cell = create("div", { role: "gridcell", id }, link);
  const element = create(
    "div",
    { role: "row", class: hit.kind === "command" ? "hit command" : "hit" },
    cell,
  );
  if (hit.kind === "command") {
    const copy = create("div", { role: "gridcell", id: `${id}-copy` }, copyButton(hit.title));
    element.append(copy);
  }
  return element;
}

/**
 * Renders hits as the row groups of a grid.
 * @param hits best first
 * @returns one element for each kind that was found, best first
 */
export function renderResults(hits: readonly Hit[]): HTMLElement[] {
  let count = 0;
  return groupHits(hits, GROUP_LIMIT).map(({ label, hits: members }, index) => {
    const labelId = `finder-group-${index}`;
    return create(
      "div",
      { role: "rowgroup", "aria-labelledby": labelId },
      create("p", { class: "label", id: labelId, role: "presentation" }, label),
      ...members.map((hit) => row(hit, `finder-hit-${(count += 1)}`)),
    );
  });
}
