import { isMap, isScalar, isSeq, parseDocument, type Document, type Node } from "yaml";

/** A range of lines, both ends counted from 1 and included. */
export interface LineRange {
  first: number;
  last: number;
}

/** A part of a manifest, as it is shown. */
export interface ManifestPart {
  /** The lines of the part, moved to the left edge, ending in a newline. */
  text: string;
  /** Where the part stands in the whole file. */
  lines: LineRange;
}

/** `spec.containers[0].image` as keys and list indexes. */
function parsePath(path: string): (string | number)[] {
  return Array.from(path.matchAll(/([^.[\]]+)|\[(\d+)\]/g), ([, key, index]) =>
    index === undefined ? (key ?? "") : Number(index),
  );
}

/** Start of the key (or list item) at the path, and the node there. */
function locate(document: Document, path: string, file: string): { start: number; node: Node } {
  let node: unknown = document.contents;
  let start = 0;
  let walked = "";
  const steps = parsePath(path);
  if (steps.length === 0) throw missing(file, path, "name a field, and end no list with a comma");
  for (const step of steps) {
    const here = walked || "the top";
    if (typeof step === "number") {
      if (!isSeq(node) || !node.items[step]) throw missing(file, path, `${here} has no [${step}]`);
      node = node.items[step];
      start = (node as Node).range?.[0] ?? start;
      walked += `[${step}]`;
      continue;
    }
    if (!isMap(node)) throw missing(file, path, `${here} has no fields`);
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    if (!pair) {
      const names = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : "?"));
      throw missing(file, path, `${here} has ${names.join(", ")}`);
    }
    start = (pair.key as Node).range?.[0] ?? start;
    node = pair.value ?? pair.key;
    walked += walked ? `.${step}` : step;
  }
  return { start, node: node as Node };
}

function missing(file: string, path: string, why: string): Error {
  return new Error(`content/manifests/${file} has no field "${path}"\n  Hint: ${why}.`);
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split("\n").length;

/**
 * Finds the lines of a field, from its key to the end of its value.
 * @param text the manifest's YAML, one document
 * @param path keys joined by dots, list items as `[0]`: `spec.template.spec.containers[0].image`
 * @param file the manifest's name, for messages
 * @throws Error naming file, path and the fields that do exist
 */
export function findLines(text: string, path: string, file: string): LineRange {
  const { start, node } = locate(parseDocument(text), path, file);
  const value = text.slice(0, node.range?.[1] ?? start).trimEnd();
  return { first: lineAt(text, start), last: lineAt(text, value.length) };
}

/**
 * Cuts a field and its value out of a manifest.
 * @param text the manifest's YAML, one document
 * @param path as for findLines
 * @param file the manifest's name, for messages
 * @returns the part with its indentation taken away, and its place in the file
 * @throws Error naming file, path and the fields that do exist
 */
export function cutPart(text: string, path: string, file: string): ManifestPart {
  const lines = findLines(text, path, file);
  const { start } = locate(parseDocument(text), path, file);
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const shown = text
    .split("\n")
    .slice(lines.first - 1, lines.last)
    .map((line, index) => {
      // A comment may stand further left than the part; a list item starts behind its hyphen.
      const blank = index === 0 || line.slice(0, column).trim() === "";
      return blank ? line.slice(column) : line.trimStart();
    });
  return { text: `${shown.join("\n")}\n`, lines };
}
