import type { Level } from "./problem.ts";
import { scalar, type Node, type Report } from "./tree.ts";

/** Fields that identify an item of a list, and what two items with the same are. */
interface Key {
  fields: readonly string[];
  level?: Level;
  /** What comes of it where it is accepted. */
  hint?: string;
}

const name: Key = { fields: ["name"] };

/** What identifies the items of a list, by their definition. */
const keys: Readonly<Record<string, readonly Key[]>> = {
  Container: [name],
  ContainerPort: [
    name,
    { fields: ["containerPort", "protocol"], level: "advice", hint: "one of them is enough" },
  ],
  EnvVar: [{ ...name, level: "warning", hint: "the last one counts" }],
  HTTPHeaderMatch: [name],
  HTTPQueryParamMatch: [name],
  HTTPRouteRule: [name],
  HostAlias: [{ fields: ["ip"], level: "advice", hint: "write the hostnames in one list" }],
  KeyToPath: [{ fields: ["path"], level: "warning", hint: "one file replaces the other" }],
  Listener: [name],
  LocalObjectReference: [{ ...name, level: "advice", hint: "one of them is enough" }],
  ServicePort: [name, { fields: ["port", "protocol"] }],
  TopologySpreadConstraint: [{ fields: ["topologyKey", "whenUnsatisfiable"] }],
  Volume: [name],
  VolumeDevice: [{ fields: ["devicePath"] }],
  VolumeMount: [{ fields: ["mountPath"] }],
};

function checkKey(nodes: readonly Node[], { fields, level, hint }: Key, report: Report): void {
  const seen = new Set<string>();
  const [first = "", ...others] = fields;
  for (const node of nodes) {
    const value = scalar(node, first);
    if (value === undefined) continue;
    const rest = others.map((field) => scalar(node, field) ?? (field === "protocol" ? "TCP" : ""));
    const key = [value, ...rest].join("/");
    if (seen.has(key)) {
      const place = node.kind === "map" ? node.entries.find((one) => one.key === first) : undefined;
      const path = `${node.path}.${first}`;
      report(
        { at: place?.at ?? node.at, path },
        `duplicate ${first} "${key}" in this list`,
        hint,
        level,
      );
    }
    seen.add(key);
  }
}

/**
 * Reports items that have the same key as an earlier one.
 * @param nodes the items of one list
 * @param definition what the items are; undefined when they are not maps
 */
export function checkUnique(
  nodes: readonly Node[],
  definition: string | undefined,
  report: Report,
): void {
  for (const key of keys[definition ?? ""] ?? []) checkKey(nodes, key, report);
}
