import { readJson, writeJson } from "../page/json-storage.client.ts";
import { onStored, readText } from "../page/storage.client.ts";
import { NAMES } from "./declared.ts";
import type { Values } from "./values.ts";
import { problemWith } from "./rules.ts";

const KEY = "names";

/** The source of truth while the browser stores nothing. */
let values: Values = {};
let kept = true;
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
  kept = writeJson(KEY, Object.keys(next).length === 0 ? undefined : next);
  notify();
}

/** What the reader filled in, by name: checked values only. */
export const currentValues = (): Values => values;

/** Whether this browser remembers the names beyond the page. */
export const isKept = (): boolean => kept;

/**
 * Sets a name for the whole site.
 * @param name a declared name
 * @param value what the reader typed, without blanks at its ends; empty clears the name
 * @returns why it is refused, as a sentence, and nothing changes; undefined when it was set
 */
export function setValue(name: string, value: string): string | undefined {
  const rule = NAMES.get(name)?.rule;
  if (!rule) return "This name is not known.";
  const problem = problemWith(value, rule);
  if (problem) return problem;
  if ((values[name] ?? "") === value) return undefined;
  const others = Object.entries(values).filter(([other]) => other !== name);
  save(Object.fromEntries(value === "" ? others : [...others, [name, value]]));
  return undefined;
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
