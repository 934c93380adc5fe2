import { Composer, Parser, isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Document, LineCounter, Node as YamlNode, Pair, Scalar, YAMLError } from "yaml";
import { lostIndentation } from "./indentation.ts";
import { exceeds, maxDepth, maxExpanded } from "./limits.ts";
import { resolvePlain, resolveTag } from "./scalars.ts";
import type { Entry, MapNode, Node, Report } from "./tree.ts";

const messages: Partial<Record<YAMLError["code"], readonly [message: string, hint?: string]>> = {
  TAB_AS_INDENT: ["a tab is used to indent", "indent with spaces"],
  MULTIPLE_ANCHORS: ["two anchors on one value"],
  BAD_ALIAS: ["an alias needs a name after the *"],
};

/** Ends the reading of a document after its problem was reported. */
class Stop extends Error {}

class Reader {
  readonly #report: Report;
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<string>();
  readonly #sizes = new Map<Node, number>();

  constructor(report: Report) {
    this.#report = report;
  }

  #stop(at: number, path: string, message: string, hint?: string): never {
    this.#report({ at, path }, message, hint);
    throw new Stop(message);
  }

  read(node: YamlNode | null, path: string, at: number, depth: number): Node {
    const start = node?.range?.[0] ?? at;
    if (depth > maxDepth) this.#stop(start, "", `nested deeper than ${maxDepth} levels`);
    if (node === null) return { kind: "scalar", value: null, text: "", path, at, start };
    if (isAlias(node)) return this.#alias(node.source, path, start);
    const { anchor } = node;
    if (anchor) this.#open.add(anchor);
    const made = this.#make(node, { path, at, start }, depth);
    this.#measure(made);
    if (anchor) {
      this.#open.delete(anchor);
      this.#anchors.set(anchor, made);
    }
    return made;
  }

  #alias(name: string, path: string, at: number): Node {
    if (this.#open.has(name)) this.#stop(at, path, `the alias *${name} is inside its own anchor`);
    const target = this.#anchors.get(name);
    if (!target)
      this.#stop(
        at,
        path,
        `the alias *${name} has no anchor before it`,
        `write &${name} at the value it repeats`,
      );
    return target;
  }

  /** Counts the values as if every alias were expanded. */
  #measure(node: Node): void {
    const inner =
      node.kind === "map"
        ? node.entries.map((one) => one.value)
        : node.kind === "seq"
          ? node.items
          : [];
    const size = inner.reduce((sum, one) => sum + (this.#sizes.get(one) ?? 1), 1);
    if (size > maxExpanded) {
      this.#stop(
        node.at,
        node.path,
        `aliases make more than ${maxExpanded} values out of this`,
        "write the values out",
      );
    }
    this.#sizes.set(node, size);
  }

  #make(node: YamlNode, place: { path: string; at: number; start: number }, depth: number): Node {
    if (isScalar(node)) return this.#scalar(node, place);
    if (node.tag && !/^tag:yaml\.org,2002:(map|seq)$/.test(node.tag)) {
      this.#stop(place.start, place.path, `the tag ${node.tag} is not known to Kubernetes`);
    }
    if (isSeq(node)) {
      const items = node.items.map((item, index) => {
        const path = `${place.path}[${index}]`;
        const from = (item as YamlNode | null)?.range?.[0] ?? place.start;
        return this.read(item as YamlNode | null, path, from, depth + 1);
      });
      return { kind: "seq", items, ...place };
    }
    if (isMap(node)) return this.#map(node.items, place, depth);
    return this.#stop(place.start, place.path, "not a value that Kubernetes reads");
  }

  #scalar(node: Scalar, place: { path: string; at: number; start: number }): Node {
    const text = typeof node.value === "string" ? node.value : "";
    let value: string | number | boolean | null | undefined;
    if (node.tag) value = resolveTag(node.tag, text);
    else value = node.type === "PLAIN" ? resolvePlain(text) : text;
    if (value === undefined)
      this.#stop(place.start, place.path, `the tag ${node.tag ?? ""} does not fit "${text}"`);
    if (typeof value === "number" && !Number.isFinite(value)) {
      this.#stop(
        place.start,
        place.path,
        `${text} is a number that Kubernetes cannot read`,
        `quote it: "${text}"`,
      );
    }
    return { kind: "scalar", value, text, ...place };
  }

  #map(pairs: Pair[], place: { path: string; at: number; start: number }, depth: number): MapNode {
    const fields = new Map<string, Entry>();
    const merged: Entry[] = [];
    for (const pair of pairs) {
      const keyNode = pair.key as YamlNode | null;
      const at = keyNode?.range?.[0] ?? place.start;
      if (!isScalar(keyNode)) this.#stop(at, place.path, "a key must be a word");
      const key = typeof keyNode.value === "string" ? keyNode.value : "";
      const path = place.path ? `${place.path}.${key}` : key;
      const value = this.read(pair.value as YamlNode | null, path, at, depth + 1);
      if (key === "<<" && keyNode.type === "PLAIN") {
        merged.push(...this.#merge(value, at));
      } else if (fields.has(key)) {
        const message = `duplicate key "${key}"`;
        if (!place.path && (key === "apiVersion" || key === "kind")) {
          this.#stop(at, path, message, 'separate two objects with a line "---"');
        }
        this.#report({ at, path }, message, "keep one of them");
      } else fields.set(key, { key, at, value });
    }
    for (const one of merged) if (!fields.has(one.key)) fields.set(one.key, one);
    return { kind: "map", entries: [...fields.values()], ...place };
  }

  #merge(value: Node, at: number): Entry[] {
    const sources = value.kind === "seq" ? value.items : [value];
    return sources.flatMap((source) => {
      if (source.kind === "map") return source.entries;
      return this.#stop(at, value.path, "<< takes a map", "use an anchor whose value is a map");
    });
  }
}

function readError(error: YAMLError, report: Report): void {
  const [message, hint] = messages[error.code] ?? [
    // The parser's messages start with a capital letter and may have several lines.
    `not valid YAML: ${(error.message.split("\n")[0] ?? "").replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`,
  ];
  report({ at: error.pos[0], path: "" }, message, hint);
}

/**
 * Parses YAML into values with positions. Reports what is not YAML, or YAML that Kubernetes does
 * not read.
 * @param text the whole file
 * @param lines collects where lines start; must be the counter that `report` uses
 * @param report called for each problem
 * @param base path of the value in its object, for a fragment
 * @returns one root per document; documents that could not be read are left out
 */
export function parse(text: string, lines: LineCounter, report: Report, base = ""): Node[] {
  const refuse = exceeds(text);
  if (refuse) {
    lines.addNewLine(0);
    for (const { index } of text.slice(0, refuse.at).matchAll(/\n/g)) lines.addNewLine(index + 1);
    report({ at: refuse.at, path: "" }, refuse.message);
    return [];
  }
  const roots: Node[] = [];
  // Keys are compared in Reader: the parser's own check takes quadratic time.
  const composer = new Composer({ schema: "failsafe", uniqueKeys: false, logLevel: "silent" });
  const documents = composer.compose(new Parser(lines.addNewLine).parse(text));
  for (const document of documents as Iterable<Document.Parsed>) {
    const [from, , to] = document.range;
    const lost = lostIndentation(text.slice(from, to));
    const [error] = document.errors;
    if (lost) {
      const hint = `indent the fields of "${lost.key}" by two spaces, and so on for each level`;
      report({ at: from + lost.at, path: "" }, "the indentation is lost", hint);
    } else if (error) readError(error, report);
    else {
      try {
        const root = new Reader(report).read(document.contents, base, from, 0);
        if (root.kind !== "scalar" || root.value !== null) roots.push({ ...root, at: root.start });
      } catch (stop) {
        if (!(stop instanceof Stop)) throw stop;
      }
    }
  }
  return roots;
}
