import { NAMES } from "./declared.ts";
import type { Values } from "./fill.ts";
import { problemWith } from "./rules.ts";

const KEY = "names";

/** What holds while the browser keeps nothing. */
let values: Values = {};
let kept = true;
const listeners = new Set<() => void>();

/** Takes what is right from a stored text; whatever else could stand there is left out. */
function parse(text: string | null): Values {
  let found: unknown;
  try {
    found = JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
  if (typeof found !== "object" || found === null) return {};
  const right = Object.entries(found).filter(([name, value]) => {
    const rule = NAMES.get(name)?.rule;
    return rule && typeof value === "string" && value !== "" && !problemWith(value, rule);
  });
  return Object.fromEntries(right);
}

function load(): void {
  try {
    values = parse(localStorage.getItem(KEY));
  } catch {
    kept = false;
  }
}

const tell = () => {
  for (const listener of listeners) listener();
};

function save(next: Values): void {
  values = next;
  try {
    if (Object.keys(next).length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(next));
    kept = true;
  } catch {
    kept = false;
  }
  tell();
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

/** Forgets every name, here and in the browser's store. */
export function clearValues(): void {
  save({});
}

/**
 * Calls back when a name changes: by this page, in another tab, or while the page was away.
 * @param listener called without arguments
 */
export function onChange(listener: () => void): void {
  listeners.add(listener);
}

load();

addEventListener("storage", ({ key }) => {
  // A null key: everything was cleared.
  if (key !== null && key !== KEY) return;
  load();
  tell();
});

addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  load();
  tell();
});
