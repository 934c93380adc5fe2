import { namespaceSpots } from "../kubectl/namespace.ts";
import { findPlaceholders } from "../shell/placeholders.ts";
import { quoteContextAt } from "../shell/quote-context.ts";
import { nameText, namespaceFlag, type Values } from "./values.ts";

/**
 * Fills the reader's names in.
 * @param text a command as it was written
 * @param values by name, checked
 * @returns the command; names without a value stay as they are
 */
export function fill(text: string, values: Values): string {
  const names = findPlaceholders(text).map(({ name, start, end }) => ({
    start,
    end,
    written: nameText(name, quoteContextAt(text, start), values),
  }));
  const flag = namespaceFlag(values);
  const flags = namespaceSpots(text).map((at) => ({ start: at, end: at, written: flag }));
  let filled = "";
  let at = 0;
  for (const { start, end, written } of [...names, ...flags].sort((a, b) => a.start - b.start)) {
    filled += text.slice(at, start) + written;
    at = end;
  }
  return filled + text.slice(at);
}
