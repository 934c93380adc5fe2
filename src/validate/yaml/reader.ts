import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Node as YamlNode, Pair, Scalar } from "yaml";
import type { Entry, MapNode, Node, Report } from "../tree.ts";
import { maxDepth, maxExpanded } from "./limits.ts";
import { resolvePlain, resolveTag } from "./scalars.ts";

/** Ends the reading of a document after its problem was reported. */
export class Stop extends Error {}

/** Turns what the parser made of a document into values with positions. */
export class Reader {
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
      if (!isScalar(keyNode)) {
        // A placeholder of a template is a map in a map.
        const hint = "quote it, or fill in the template first";
        this.#stop(at, place.path, "a map as a key: {{ … }} outside quotes is no text", hint);
      }
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
        const hint = "kubectl takes the last one without a word: keep one of them";
        this.#report({ at, path }, message, hint, "warning");
        fields.set(key, { key, at, value });
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
