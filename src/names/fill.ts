import { findPlaceholders } from "../shell/placeholders.ts";
import { NAMESPACE } from "./declared.ts";
import { namespaceSpots } from "../kubectl/namespace.ts";
import { quoteContextAt } from "../shell/quote-context.ts";
import { quote } from "../shell/quote.ts";

/** Values by name. */
export type Values = Readonly<Record<string, string>>;

/** A place in a command that depends on the reader's names. */
export type Spot =
  | { kind: "name"; name: string; start: number; end: number }
  | { kind: "namespace"; start: number; end: number };

/**
 * Finds all places of a command that depend on the reader's names.
 * @param text the command as it was written
 * @returns the places in order; a `namespace` spot is empty: start and end are one
 */
export function spotsOf(text: string): Spot[] {
  const names = findPlaceholders(text).map((found): Spot => ({ kind: "name", ...found }));
  const spots = namespaceSpots(text).map((at): Spot => ({ kind: "namespace", start: at, end: at }));
  return [...names, ...spots].sort((a, b) => a.start - b.start);
}

/**
 * What stands at a spot.
 * @param text the command as it was written
 * @param spot one of its spots
 * @param values what the reader filled in, checked
 * @returns text for the shell; the placeholder itself, or nothing, while there is no value
 */
export function textAt(text: string, spot: Spot, values: Values): string {
  if (spot.kind === "namespace") {
    const value = values[NAMESPACE];
    return value ? ` -n ${quote(value, "bare") ?? ""}` : "";
  }
  const value = values[spot.name];
  const quoted = value === undefined ? value : quote(value, quoteContextAt(text, spot.start));
  return quoted ?? text.slice(spot.start, spot.end);
}

/**
 * Fills the reader's names in.
 * @param text a command as it was written
 * @param values by name, checked
 * @returns the command; names without a value stay as they are
 */
export function fill(text: string, values: Values): string {
  let filled = "";
  let at = 0;
  for (const spot of spotsOf(text)) {
    filled += text.slice(at, spot.start) + textAt(text, spot, values);
    at = spot.end;
  }
  return filled + text.slice(at);
}
