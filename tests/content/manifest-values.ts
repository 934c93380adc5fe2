import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A mapping of a manifest. */
export type Value = Record<string, unknown>;

/** Whether a value of a manifest is a mapping. */
export const isMap = (value: unknown): value is Value =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** The value at a path; undefined where it leads nowhere. */
export const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((found, key) => (isMap(found) ? found[key] : undefined), value);
/** The mappings of the list at a path; none where there is no list. */
export const listAt = (value: unknown, ...path: string[]): Value[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found.filter(isMap) : [];
};
/** A manifest of content/manifests/. */
export const load = (file: string) =>
  parse(readFileSync(`content/manifests/${file}`, "utf8")) as Value;

/** A copy with one field set, or removed where the value is undefined. */
export function planted(object: Value, path: string, value: unknown): Value {
  const copy = structuredClone(object);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<unknown>((found, key) => (found as Value)[key], copy) as Value;
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}

/** The Deployments of the guide, each of which builds on the one before. */
export const STEPS = [
  "deployment.yaml",
  "deployment-with-config.yaml",
  "deployment-with-probes.yaml",
  "deployment-no-downtime.yaml",
  "deployment-production.yaml",
];
