import {
  entry,
  get,
  items,
  keyOf,
  scalar,
  text,
  valueOf,
  type MapNode,
  type Node,
  type Report,
} from "../tree.ts";

function checkPorts(node: MapNode, type: string, report: Report): void {
  const ports = items(get(node, "ports"));
  const headless = scalar(node, "clusterIP") === "None";
  if (ports.length === 0 && type !== "ExternalName" && !headless) {
    report(node, "needs at least one port");
  }
  const taken = new Set<string>();
  for (const port of ports) {
    if (ports.length > 1 && port.kind === "map" && !text(port, "name")) {
      report(port, "needs a name, since the Service has several ports");
    }
    checkNodePort(port, type, taken, report);
  }
}

function checkNodePort(port: Node, type: string, taken: Set<string>, report: Report): void {
  const nodePort = entry(port, "nodePort");
  const value = scalar(nodePort?.value);
  if (!nodePort || value === undefined || value === 0) return;
  if (type === "ClusterIP") {
    const message = `is not allowed for a Service of type ${type}`;
    report(keyOf(nodePort), message, "write type: NodePort");
    return;
  }
  const key = `${String(value)}/${text(port, "protocol") ?? "TCP"}`;
  if (taken.has(key)) report(keyOf(nodePort), `duplicate nodePort "${key}" in this list`);
  taken.add(key);
}

/** Fields that only some types of Service may have, and how the others are told. */
function checkTypedFields(node: MapNode, type: string, report: Report): void {
  const addresses = items(get(node, "externalIPs")).length > 0;
  const outside =
    ["LoadBalancer", "NodePort"].includes(type) || (type === "ClusterIP" && addresses);
  const balancer = type === "LoadBalancer";
  const rules: readonly [field: string, allowed: boolean, hint: string][] = [
    ["externalTrafficPolicy", outside, "it is for Services reached from outside the cluster"],
    ["loadBalancerSourceRanges", balancer, "it goes with type: LoadBalancer"],
    ["loadBalancerClass", balancer, "it goes with type: LoadBalancer"],
  ];
  for (const [field, allowed, hint] of rules) {
    const found = entry(node, field);
    const empty = found?.value.kind === "seq" && found.value.items.length === 0;
    if (!found || allowed || empty || !get(node, field) || scalar(found.value) === "") continue;
    report(keyOf(found), `is not allowed for a Service of type ${type}`, hint);
  }
}

/** Checks the ports and the type of a Service. */
export function checkServiceSpec(node: MapNode, report: Report): void {
  const type = text(node, "type") ?? "ClusterIP";
  checkPorts(node, type, report);
  checkTypedFields(node, type, report);
  if (type === "ExternalName" && !text(node, "externalName")) {
    report(node, "type ExternalName needs externalName");
  }
  const ip = get(node, "clusterIP");
  if (ip && scalar(ip) === "None" && ["LoadBalancer", "NodePort"].includes(type)) {
    const hint = "a headless Service has type: ClusterIP";
    report(valueOf(ip), `None is not allowed for a Service of type ${type}`, hint);
  }
  const affinity = entry(node, "sessionAffinityConfig");
  if (
    affinity &&
    get(node, "sessionAffinityConfig") &&
    text(node, "sessionAffinity") !== "ClientIP"
  ) {
    report(keyOf(affinity), "needs sessionAffinity: ClientIP");
  }
}
