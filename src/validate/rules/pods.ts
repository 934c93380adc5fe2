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
import { probes } from "./containers.ts";

/** Checks an init container, which has fewer fields than others unless it is a sidecar. */
function checkInitContainer(
  one: Node,
  names: ReadonlySet<string | undefined>,
  report: Report,
): void {
  const name = entry(one, "name");
  if (name && names.has(text(one, "name"))) {
    const message = `duplicate name "${text(one, "name") ?? ""}": a container has it too`;
    report(keyOf(name), message);
  }
  if (text(one, "restartPolicy") === "Always") return;
  for (const field of [...probes, "lifecycle"]) {
    const found = entry(one, field);
    if (!found || !get(one, field)) continue;
    const what = field === "lifecycle" ? "lifecycle" : "probes";
    const message = `an init container that runs to its end has no ${what}`;
    report(keyOf(found), message, "restartPolicy: Always makes it a sidecar");
  }
}

function checkHostPorts(node: MapNode, report: Report): void {
  if (scalar(node, "hostNetwork") !== true) return;
  for (const port of items(get(node, "containers")).flatMap((one) => items(get(one, "ports")))) {
    const place = get(port, "hostPort");
    const value = scalar(place);
    if (place && value !== 0 && value !== scalar(port, "containerPort")) {
      report(valueOf(place), "must be the containerPort, since the Pod has hostNetwork: true");
    }
  }
}

/** Warns of containers that the kubelet cannot start as they are told to. */
function checkUser(node: MapNode, report: Report): void {
  for (const one of [...items(get(node, "initContainers")), ...items(get(node, "containers"))]) {
    const of = (field: string) =>
      get(one, "securityContext", field) ?? get(node, "securityContext", field);
    const user = of("runAsUser");
    if (user && scalar(of("runAsNonRoot")) === true && scalar(user) === 0) {
      const message =
        "user 0 is root, which runAsNonRoot: true forbids: the container does not start";
      report(valueOf(user), message, "write another user, such as 1000", "warning");
    }
  }
}

/** Checks the containers of a Pod against each other. */
export function checkPodSpec(node: MapNode, report: Report): void {
  const containers = get(node, "containers");
  if (containers?.kind === "seq" && containers.items.length === 0) {
    report(containers, "needs at least one container");
  }
  const names = new Set(items(containers).map((one) => text(one, "name")));
  for (const one of items(get(node, "initContainers"))) checkInitContainer(one, names, report);
  checkHostPorts(node, report);
  checkUser(node, report);
  const policy = get(node, "dnsPolicy");
  if (
    policy &&
    text(policy) === "None" &&
    items(get(node, "dnsConfig", "nameservers")).length === 0
  ) {
    report(valueOf(policy), "None needs dnsConfig.nameservers");
  }
}

/** Says what a volume without a source becomes. */
export function checkVolume(node: MapNode, report: Report): void {
  const sources = node.entries.filter(({ key }) => key !== "name" && get(node, key));
  if (sources.length > 0) return;
  const message = "becomes an emptyDir, which is empty at the start and gone with the Pod";
  report(node, message, "write its source, such as configMap, or emptyDir: {}", "advice");
}
