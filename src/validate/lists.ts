import { scalar, type Node, type Report } from "./tree.ts";

/** The fields that identify an item of a list, by the items' definition. */
const keys: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Container: [["name"]],
  ContainerPort: [["name"], ["containerPort", "protocol"]],
  EnvVar: [["name"]],
  HTTPRouteRule: [["name"]],
  HostAlias: [["ip"]],
  KeyToPath: [["path"]],
  Listener: [["name"]],
  LocalObjectReference: [["name"]],
  ServicePort: [["name"], ["port", "protocol"]],
  TopologySpreadConstraint: [["topologyKey", "whenUnsatisfiable"]],
  Volume: [["name"]],
  VolumeDevice: [["devicePath"]],
  VolumeMount: [["mountPath"]],
};

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
  for (const fields of keys[definition ?? ""] ?? []) {
    const seen = new Set<string>();
    for (const node of nodes) {
      const [first, ...others] = fields;
      const value = scalar(node, first ?? "");
      if (first === undefined || value === undefined) continue;
      const rest = others.map((name) => scalar(node, name) ?? (name === "protocol" ? "TCP" : ""));
      const key = [value, ...rest].join("/");
      if (seen.has(key)) {
        const place =
          node.kind === "map" ? node.entries.find((one) => one.key === first) : undefined;
        const path = `${node.path}.${first}`;
        report({ at: place?.at ?? node.at, path }, `duplicate ${first} "${key}" in this list`);
      }
      seen.add(key);
    }
  }
}
