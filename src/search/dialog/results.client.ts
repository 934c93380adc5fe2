import { create } from "../../page/dom.client.ts";
import type { Hit } from "../engine/engine.client.ts";
import { groupHits } from "../match/groups.ts";
import type { Place } from "../match/place.ts";

/** Most results shown under one heading. */
const GROUP_LIMIT = 5;

async function fill(text: Element, hit: Hit): Promise<void> {
  for (const [index, piece] of (await hit.excerpt()).entries()) {
    text.append(index % 2 === 1 ? create("mark", {}, piece) : piece);
  }
}

const hits = new WeakMap<Element, Hit>();

/** Loads the texts of results that come into view only: most readers never scroll to the others. */
const visible = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    const hit = hits.get(target);
    if (!isIntersecting || !hit) continue;
    visible.unobserve(target);
    void fill(target, hit);
  }
});

/** Its line is reserved from the start, so that nothing moves when the text arrives. */
function excerpt(hit: Hit): HTMLElement {
  const text = create("span", { class: "excerpt" });
  hits.set(text, hit);
  visible.observe(text);
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

const EFFECTS: Record<string, string> = {
  changes: "Changes the cluster",
  deletes: "Deletes from the cluster",
};

/** What is its own best excerpt. */
const CODE = new Set<Place["kind"]>(["command", "manifest", "error"]);

function row(hit: Hit, id: string): HTMLElement {
  const { kind, url, page, effect, title: name } = hit.place;
  const title = create(CODE.has(kind) ? "code" : "span", { class: "title" }, name);
  const link = create("a", { href: url, tabindex: "-1" }, title);
  if (kind !== "page") link.append(create("span", { class: "on" }, page));
  const cell = create("div", { role: "gridcell", id }, link);
  const element = create("div", { role: "row", class: "hit" }, cell);
  if (kind === "command") {
    element.classList.add("command");
    title.setAttribute("data-source", "");
    const warning = EFFECTS[effect];
    if (warning) link.append(create("span", { class: "effect" }, warning));
    element.append(create("div", { role: "gridcell", id: `${id}-copy` }, copyButton(name)));
  } else if (!CODE.has(kind)) link.append(excerpt(hit));
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
