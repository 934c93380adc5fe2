import { listAt, textAt, type ApiObject } from "../../objects.ts";
import { humanDuration } from "./duration.ts";

/** A column of a Table; `wide` ones are shown by `-o wide` only. */
export interface Column {
  name: string;
  wide?: boolean;
  cell: (object: ApiObject, now: number) => string | number;
}

/** What is shown for an empty list or map. */
export const none = "<none>";
/** What is shown for an optional field that has no value. */
export const unset = "<unset>";
/** A column that is shown by `-o wide` only. */
export const wide = (name: string, cell: Column["cell"]): Column => ({ name, wide: true, cell });
/** A column that is always shown. */
export const column = (name: string, cell: Column["cell"]): Column => ({ name, cell });

/**
 * Writes how long ago something was.
 * @param now the present, milliseconds since 1970
 * @returns for example `3m20s`
 */
export function since(time: string | undefined, now: number): string {
  return time === undefined ? "<unknown>" : humanDuration(now - Date.parse(time));
}

/** The column that ends most tables. */
export const age = column("Age", (object, now) =>
  since(textAt(object, "metadata", "creationTimestamp"), now),
);
/** The column that begins them. */
export const name = column("Name", ({ metadata }) => metadata?.name ?? "");

/**
 * Writes labels.
 * @returns for example `app=api,tier=web`
 */
export function pairs(value: unknown): string {
  const entries = Object.entries((value ?? {}) as Record<string, string>);
  return entries.map(([key, text]) => `${key}=${text}`).join(",") || none;
}

/**
 * Reads a number of an object.
 * @param path its path
 * @returns the number, 0 when it is left out
 */
export function count(object: ApiObject, ...path: string[]): number {
  return Number(textAt(object, ...path) ?? 0);
}

/**
 * Lists the containers of a Pod template.
 * @param field what is listed of each
 * @param within the path of the template; `spec.template` when left out
 * @returns the cell
 */
export function containers(field: "name" | "image", ...within: string[]): Column["cell"] {
  const path = within.length > 0 ? within : ["spec", "template"];
  return (object) =>
    listAt(object, ...path, "spec", "containers")
      .map((container) => textAt(container, field))
      .join(",");
}
