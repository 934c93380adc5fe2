import { isMap, isScalar, isSeq, parseDocument, type Document, type Node } from "yaml";
import { ContentError } from "./content-error.ts";

/** A range of lines, both ends counted from 1 and included. */
export interface LineRange {
  first: number;
  last: number;
}

/** A part of a manifest, as it is shown. */
export interface ManifestPart {
  /** The lines of the part, moved to the left edge, ending in a newline. */
  text: string;
  /** Its lines in the whole file. */
  lines: LineRange;
}

/** The manifest that is read, and who asks for it as `file:line`, for messages. */
export interface Asked {
  file: string;
  from?: string;
}

/** `spec.containers[0].image` as keys and list indexes. */
function parsePath(path: string): (string | number)[] {
  return Array.from(path.matchAll(/([^.[\]]+)|\[(\d+)\]/g), ([, key, index]) =>
    index === undefined ? (key ?? "") : Number(index),
  );
}

/** Start of the key (or list item) at the path, and the node there. */
function locate(document: Document, path: string, at: Asked): { start: number; node: Node } {
  let node: unknown = document.contents;
  let start = 0;
  let walked = "";
  const steps = parsePath(path);
  if (steps.length === 0) throw missing(at, path, "name a field, and take out a comma at the end");
  for (const step of steps) {
    const here = walked || "the top";
    if (typeof step === "number") {
      if (!isSeq(node) || !node.items[step]) throw missing(at, path, `${here} has no [${step}]`);
      node = node.items[step];
      start = (node as Node).range?.[0] ?? start;
      walked += `[${step}]`;
      continue;
    }
    if (!isMap(node)) throw missing(at, path, `${here} has no fields`);
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    if (!pair) {
      const names = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : "?"));
      throw missing(at, path, `${here} has ${names.join(", ")}`);
    }
    start = (pair.key as Node).range?.[0] ?? start;
    node = pair.value ?? pair.key;
    walked += walked ? `.${step}` : step;
  }
  return { start, node: node as Node };
}

function missing({ file, from }: Asked, path: string, why: string): ContentError {
  return new ContentError(
    `no field "${path}" in ${file}`,
    from ?? `content/manifests/${file}`,
    why,
  );
}

/** The manifest read last: its parts and marked lines are asked for in a row. */
let last: { text: string; document: Document } | undefined;

function read(text: string): Document {
  if (last?.text !== text) last = { text, document: parseDocument(text) };
  return last.document;
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split("\n").length;

/**
 * Finds the lines of a field, from its key to the end of its value.
 * @param text the manifest's YAML, one document
 * @param path keys joined by dots, list items as `[0]`: `spec.template.spec.containers[0].image`
 * @throws ContentError naming file, path and the fields that do exist
 */
export function findLines(text: string, path: string, asked: Asked): LineRange {
  const { start, node } = locate(read(text), path, asked);
  const value = text.slice(0, node.range?.[1] ?? start).trimEnd();
  return { first: lineAt(text, start), last: lineAt(text, value.length) };
}

/**
 * Cuts a field and its value out of a manifest.
 * @param text the manifest's YAML, one document
 * @param path as for findLines
 * @returns the part with its indentation removed, and its lines in the file
 * @throws ContentError as findLines does
 */
export function cutPart(text: string, path: string, asked: Asked): ManifestPart {
  const lines = findLines(text, path, asked);
  const { start } = locate(read(text), path, asked);
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const shown = text
    .split("\n")
    .slice(lines.first - 1, lines.last)
    .map((line, index) => {
      // A comment may be indented less than the part; a list item starts after its hyphen.
      const cut = index === 0 || line.slice(0, column).trim() === "";
      return cut ? line.slice(column) : line.trimStart();
    });
  return { text: `${shown.join("\n")}\n`, lines };
}
