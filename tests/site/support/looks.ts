import type { SitePage } from "./pages.ts";

/** What has colours of its own without a class. */
const COLOURED = new Set(["a", "aside", "code", "dialog", "figure", "mark", "pre", "svg", "table"]);

const named = (element: Element): string =>
  [element.localName, ...[...element.classList].sort()].join(".");

/** What decides the colours of an element: its name and classes, and what has classes around it. */
function lookOf(element: Element): string {
  const names = [named(element)];
  for (let one = element.parentElement; one; one = one.parentElement) {
    if (one.classList.length > 0 || COLOURED.has(one.localName)) names.push(named(one));
  }
  return names.join(" < ");
}

const hasText = (element: Element): boolean =>
  [...element.childNodes].some(
    ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
  );

function looksOf({ document }: SitePage): Set<string> {
  return new Set(Array.from(document.querySelectorAll("body *")).filter(hasText).map(lookOf));
}

/**
 * Pages that together have every look that text has on any of them; the others repeat these looks
 * with other words.
 */
export function everyTextLook(pages: readonly SitePage[]): Set<SitePage> {
  const all = pages.map((page) => ({ page, looks: looksOf(page) }));
  const missing = new Set(all.flatMap(({ looks }) => [...looks]));
  const chosen = new Set<SitePage>();
  for (const { page, looks } of all.sort((a, b) => b.looks.size - a.looks.size)) {
    if (![...looks].some((look) => missing.has(look))) continue;
    chosen.add(page);
    for (const look of looks) missing.delete(look);
  }
  return chosen;
}
