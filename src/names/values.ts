import { quote, type QuoteContext } from "../shell/quote.ts";
import { NAMESPACE } from "./declared.ts";

/** What the reader filled in, by name: checked values. */
export type Values = Readonly<Record<string, string>>;

/**
 * Sets one value among others.
 * @param value empty takes the name out
 */
export function withValue(values: Values, name: string, value: string): Values {
  const others = Object.entries(values).filter(([other]) => other !== name);
  return Object.fromEntries(value === "" ? others : [...others, [name, value]]);
}

/** ` -n` with the reader's namespace; empty while there is none. */
export function namespaceFlag(values: Values): string {
  const value = values[NAMESPACE];
  return value ? ` -n ${quote(value, "bare") ?? ""}` : "";
}

/**
 * What a command contains for a name.
 * @param context what surrounds the placeholder
 * @returns the value, quoted; the placeholder where there is none, or where it cannot be quoted
 */
export function nameText(name: string, context: QuoteContext, values: Values): string {
  const value = values[name];
  return (value === undefined ? value : quote(value, context)) ?? `<${name}>`;
}
