import type { Level } from "./problem.ts";

/** Where a problem is: an offset, and the path in the object. */
export interface Place {
  at: number;
  path: string;
}

interface Base {
  /** Where in the object: `spec.containers[0].image`. */
  path: string;
  /** Offset of the key, of the list item, or of the document: the position to report. */
  at: number;
  /** Offset of the value itself. */
  start: number;
}

/** A field of a map. */
export interface Entry {
  key: string;
  /** Offset of the key. */
  at: number;
  value: Node;
}

export interface MapNode extends Base {
  kind: "map";
  entries: Entry[];
}

interface SeqNode extends Base {
  kind: "seq";
  items: Node[];
}

export interface ScalarNode extends Base {
  kind: "scalar";
  value: string | number | boolean | null;
  /** As it is written, without quotes. */
  text: string;
}

/** A YAML value with its position in the text. */
export type Node = MapNode | SeqNode | ScalarNode;

/** Reports a problem; an error unless a level is given. */
export type Report = (place: Place, message: string, hint?: string, level?: Level) => void;

/** The same report, for problems of another level. */
export const atLevel =
  (level: Level, report: Report): Report =>
  (place, message, hint) => {
    report(place, message, hint, level);
  };

/** The place of a value itself, rather than of its key. */
export const valueOf = ({ start, path }: Node): Place => ({ at: start, path });

/** The place of a field's key. */
export const keyOf = ({ at, value }: Entry): Place => ({ at, path: value.path });

/**
 * Follows keys and list indexes.
 * @returns the node there; undefined when there is none, or null is written there
 */
export function get(node: Node | undefined, ...steps: (string | number)[]): Node | undefined {
  let here = node;
  for (const step of steps) {
    if (typeof step === "number") here = here?.kind === "seq" ? here.items[step] : undefined;
    else here = entry(here, step)?.value;
  }
  return here?.kind === "scalar" && here.value === null ? undefined : here;
}

/** The field of a map with this name. */
export function entry(node: Node | undefined, key: string): Entry | undefined {
  return node?.kind === "map" ? node.entries.find((one) => one.key === key) : undefined;
}

/** The fields of a map; none for anything else. */
export function entries(node: Node | undefined): Entry[] {
  return node?.kind === "map" ? node.entries : [];
}

/** The items of a list; none for anything else. */
export function items(node: Node | undefined): Node[] {
  return node?.kind === "seq" ? node.items : [];
}

/** The string at a path; undefined when there is none or it is something else. */
export function text(node: Node | undefined, ...steps: (string | number)[]): string | undefined {
  const found = get(node, ...steps);
  return found?.kind === "scalar" && typeof found.value === "string" ? found.value : undefined;
}

/** The scalar at a path, a string or a number. */
export function scalar(
  node: Node | undefined,
  ...steps: (string | number)[]
): string | number | boolean | undefined {
  const found = get(node, ...steps);
  return found?.kind === "scalar" ? (found.value ?? undefined) : undefined;
}

/** A map of strings, such as labels: key to value. */
export function strings(node: Node | undefined): Map<string, string> {
  return new Map(entries(node).map(({ key, value }) => [key, text(value) ?? ""]));
}
