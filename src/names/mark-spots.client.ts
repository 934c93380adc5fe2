import { namespaceSpots } from "../kubectl/namespace.ts";
import { create } from "../page/dom.client.ts";
import { findPlaceholders } from "../shell/placeholders.ts";
import { quoteContextAt } from "../shell/quote-context.ts";

/**
 * Marks where a command depends on the reader's names, as the build does on pages.
 * @param code contains the command as text only
 */
export function markSpots(code: HTMLElement): void {
  const text = code.textContent;
  const names = findPlaceholders(text).map(({ name, start, end }) => {
    const attributes = { "data-name": name, "data-in": quoteContextAt(text, start) };
    return { start, end, element: create("var", attributes, text.slice(start, end)) };
  });
  const flags = namespaceSpots(text).map((at) => ({ start: at, end: at, element: create("i") }));
  const pieces: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { start, end, element } of [...names, ...flags].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, start), element);
    at = end;
  }
  code.replaceChildren(...pieces, text.slice(at));
}
