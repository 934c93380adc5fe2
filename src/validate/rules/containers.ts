import { didYouMean } from "../suggest.ts";
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

export const probes = ["livenessProbe", "readinessProbe", "startupProbe"];

function checkPortName(port: Node | undefined, container: Node, report: Report): void {
  const name = text(port);
  if (port === undefined || name === undefined) return;
  const known = items(get(container, "ports")).flatMap((one) => text(one, "name") ?? []);
  // A number in quotes is reported elsewhere.
  if (known.includes(name) || /^\d+$/.test(name)) return;
  const message = `no port of this container is called "${name}"`;
  report(valueOf(port), message, didYouMean(name, known), "warning");
}

function checkProbes(node: MapNode, report: Report): void {
  for (const name of probes) {
    for (const handler of ["httpGet", "tcpSocket"]) {
      checkPortName(get(node, name, handler, "port"), node, report);
    }
  }
  for (const name of ["livenessProbe", "startupProbe"]) {
    const threshold = get(node, name, "successThreshold");
    const value = scalar(threshold);
    if (threshold && typeof value === "number" && value > 1) {
      report(valueOf(threshold), `must be 1 in a ${name}`);
    }
  }
  const grace = entry(get(node, "readinessProbe"), "terminationGracePeriodSeconds");
  if (grace) report(keyOf(grace), "is not for a readinessProbe", "it ends no container");
}

function checkSecurity(node: MapNode, report: Report): void {
  const context = get(node, "securityContext");
  const escalation = entry(context, "allowPrivilegeEscalation");
  if (!escalation || scalar(escalation.value) !== false) return;
  const capable = items(get(context, "capabilities", "add")).some(
    (one) => text(one) === "CAP_SYS_ADMIN",
  );
  if (scalar(context, "privileged") === true) {
    report(keyOf(escalation), "cannot be false in a container with privileged: true");
  } else if (capable) {
    report(keyOf(escalation), "cannot be false in a container that adds CAP_SYS_ADMIN");
  }
}

/** Checks the probes and the security of a container against each other. */
export function checkContainer(node: MapNode, report: Report): void {
  checkProbes(node, report);
  checkSecurity(node, report);
}

const fieldPaths =
  /^(?:metadata\.(?:name|namespace|uid|(?:labels|annotations)\['[^']+'\])|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?))$/;
const resourceFields = /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.+)$/;

/** Checks where a variable takes its value from. */
export function checkEnvSource(node: MapNode, report: Report): void {
  const path = get(node, "fieldRef", "fieldPath");
  const value = text(path);
  if (path && value !== undefined && !fieldPaths.test(value)) {
    const hint = "such as metadata.name, metadata.namespace, status.podIP or spec.nodeName";
    report(valueOf(path), `a variable cannot have "${value}"`, hint);
  }
  const resource = get(node, "resourceFieldRef", "resource");
  const name = text(resource);
  if (resource && name !== undefined && !resourceFields.test(name)) {
    report(valueOf(resource), `a variable cannot have "${name}"`, "such as limits.memory");
  }
}
