import { LineCounter } from "yaml";
import { parse } from "../validate/yaml/parse.ts";
import { entries, items, text, type Entry, type Node } from "../validate/tree.ts";

/** A field with its place. */
export interface Field extends Entry {
  /** Its place in the file, as FieldNotes has it. */
  id: string;
}

/** A manifest as the reading aid needs it. */
export interface Manifest {
  file: string;
  root: Node;
  apiVersion: string;
  kind: string;
  name: string | undefined;
  /** Every field by its path with indexes, in the order of the file. */
  fields: ReadonlyMap<string, Field>;
}

function walk(node: Node): Entry[] {
  const inner = entries(node).flatMap((field) => [field, ...walk(field.value)]);
  return [...inner, ...items(node).flatMap(walk)];
}

/**
 * Reads a manifest and where its fields stand.
 * @param file its name, for messages
 * @param source the whole file, one object
 * @throws Error when it is no YAML, or not one object
 */
export function readManifest(file: string, source: string): Manifest {
  const lines = new LineCounter();
  const [root, ...more] = parse(source, lines, ({ at }, message) => {
    throw new Error(`content/manifests/${file}:${lines.linePos(at).line} ${message}`);
  });
  if (!root || more.length > 0) throw new Error(`content/manifests/${file} is not one object`);
  const seen = new Map<number, number>();
  const fields = walk(root)
    .sort((a, b) => a.at - b.at)
    .map((field): [string, Field] => {
      const { line } = lines.linePos(field.at);
      const before = seen.get(line) ?? 0;
      seen.set(line, before + 1);
      return [field.value.path, { ...field, id: before ? `${line}.${before}` : `${line}` }];
    });
  return {
    file,
    root,
    apiVersion: text(root, "apiVersion") ?? "",
    kind: text(root, "kind") ?? "",
    name: text(root, "metadata", "name"),
    fields: new Map(fields),
  };
}
