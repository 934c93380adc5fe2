import { readText, writeText } from "./storage.client.ts";

type Area = Parameters<typeof readText>[1];

/**
 * Reads a stored JSON value. It may be anything: other versions of the site, extensions and readers
 * write to the same storage, so check its type before use.
 * @returns undefined when nothing is stored, or text that is not JSON
 */
export function readJson(key: string, area?: Area): unknown {
  try {
    return JSON.parse(readText(key, area) ?? "");
  } catch {
    return undefined;
  }
}

/**
 * Stores a value as JSON; undefined removes it.
 * @returns false when the browser did not store it, because storage is blocked or full
 */
export function writeJson(key: string, value: unknown, area?: Area): boolean {
  return writeText(key, value === undefined ? null : JSON.stringify(value), area);
}
