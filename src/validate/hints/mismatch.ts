import { get, scalar, type Node } from "../tree.ts";

/** What to write where a string is wanted and a map is written: a colon made one of it. */
function colonHint(node: Node): string | undefined {
  if (node.kind !== "map") return undefined;
  const [only, ...others] = node.entries;
  if (!only || others.length > 0 || only.value.kind !== "scalar") return undefined;
  if (only.value.value === null) {
    return `the colon at the end makes a key of it: quote it, "${only.key}:"`;
  }
  return `the colon makes a map of it: quote it, "${only.key}: ${only.value.text}"`;
}

/** What to write where a map is wanted and a simple value is written. */
const shorthand: Readonly<Record<string, (value: string) => string>> = {
  DeploymentStrategy: (value) => `write it as a map: { type: ${value} }`,
  DaemonSetUpdateStrategy: (value) => `write it as a map: { type: ${value} }`,
  IngressBackend: (value) => `write it as a map: { service: { name: ${value} } }`,
  IngressServiceBackend: (value) => `write it as a map: { name: ${value} }`,
  LocalObjectReference: (value) => `write it as a map: { name: ${value} }`,
  ServiceBackendPort: (value) =>
    `write it as a map: { ${/^\d+$/.test(value) ? "number" : "name"}: ${value} }`,
  StatefulSetUpdateStrategy: (value) => `write it as a map: { type: ${value} }`,
};

function listHint(node: Node, field: string): string | undefined {
  if (node.kind === "map") return 'start each item with "- "';
  const value = scalar(node);
  if (typeof value !== "string" || value === "") return undefined;
  if (field !== "command" && field !== "args") return `write it as a list: [${value}]`;
  const words = value.trim().split(/\s+/);
  const plain = words.length <= 6 && !/["'$|&;\\]/.test(value);
  return plain
    ? `write it as a list: [${words.map((word) => `"${word}"`).join(", ")}]`
    : 'write it as a list, or run a shell: ["sh", "-c", "…"]';
}

/**
 * What to do about a value of the wrong type.
 * @param type the wanted type, in the notation of schema.ts
 * @param definition the definition that has the field
 * @param field the field's name
 */
export function mismatchHint(
  node: Node,
  type: string,
  definition: string,
  field: string,
): string | undefined {
  if (type.startsWith("[]")) return listHint(node, field);
  if (type.startsWith("@")) return shorthand[type.slice(1)]?.(String(scalar(node) ?? ""));
  if (type.startsWith("{}")) return undefined;
  if (definition === "ServiceSpec" && field === "selector" && node.path.endsWith(".matchLabels")) {
    return "a Service's selector has the labels themselves, without matchLabels";
  }
  if (field === "image" && get(node, "repository")) return "write one text: REPOSITORY:TAG";
  return colonHint(node);
}
