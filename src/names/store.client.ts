import { readJson, writeJson } from "../page/json-storage.client.ts";
import { onStored, readText } from "../page/storage.client.ts";
import { NAMES } from "./declared.ts";
import { problemWith } from "./rules.ts";
import { withValue, type Values } from "./values.ts";

const KEY = "names";

/** The source of truth while the browser stores nothing. */
let values: Values = {};
let kept = true;
/** A valid value that is still being typed: shown and copied, and stored when the reader is done. */
let draft: { name: string; value: string } | undefined;
const listeners = new Set<() => void>();

/** Takes the valid values out of what is stored; anything else is ignored. */
function valid(found: unknown): Values {
  if (typeof found !== "object" || found === null) return {};
  const right = Object.entries(found).filter(([name, value]) => {
    const rule = NAMES.get(name)?.rule;
    return rule && typeof value === "string" && value !== "" && !problemWith(value, rule);
  });
  return Object.fromEntries(right);
}

function load(): void {
  kept = readText(KEY) !== undefined;
  if (kept) values = valid(readJson(KEY));
}

function notify(): void {
  for (const listener of listeners) listener();
}

function save(next: Values): void {
  values = next;
  draft = undefined;
  kept = writeJson(KEY, Object.keys(next).length === 0 ? undefined : next);
  notify();
}

function check(name: string, value: string): string | undefined {
  const rule = NAMES.get(name)?.rule;
  return rule ? problemWith(value, rule) : "This name is not known.";
}

/** What commands are filled with, by name: checked values, with the one that is being typed. */
export const currentValues = (): Values =>
  draft ? withValue(values, draft.name, draft.value) : values;

/** The value that was last accepted for a name; empty when there is none. */
export const acceptedValue = (name: string): string => values[name] ?? "";

/** Whether this browser remembers the names beyond the page. */
export const isKept = (): boolean => kept;

/**
 * Fills commands with a value that is still being typed. Nothing is stored, and while the value is
 * refused, commands keep the accepted one: else the beginning of a refused value would stay.
 * @param name a declared name
 * @param value on one line; empty previews the placeholder
 * @returns why it is refused, as a sentence
 */
export function preview(name: string, value: string): string | undefined {
  const problem = check(name, value);
  draft = problem === undefined ? { name, value } : undefined;
  notify();
  return problem;
}

/** Ends a preview: commands have the accepted values again. */
export function endPreview(): void {
  if (!draft) return;
  draft = undefined;
  notify();
}

/**
 * Sets a name for the whole site, and ends a preview.
 * @param name a declared name
 * @param value on one line; empty clears the name
 * @returns why it is refused, as a sentence, and nothing changes; undefined when it was set
 */
export function setValue(name: string, value: string): string | undefined {
  const problem = check(name, value);
  if (problem !== undefined || acceptedValue(name) === value) endPreview();
  else save(withValue(values, name, value));
  return problem;
}

/** Clears every name, on the page and in the browser's storage. */
export function clearValues(): void {
  save({});
}

/** Calls back when a name changes: by this page, in another tab, or while the page was away. */
export function onChange(listener: () => void): void {
  listeners.add(listener);
}

load();

onStored(KEY, () => {
  load();
  notify();
});
