import { fieldsOf } from "../schema.ts";
import { get, keyOf, text, type MapNode, type Report } from "../tree.ts";

/** Of these fields exactly one is set, by definition. */
const oneOf: Readonly<Record<string, readonly string[]>> = {
  EnvVarSource: ["configMapKeyRef", "fieldRef", "fileKeyRef", "resourceFieldRef", "secretKeyRef"],
  EnvFromSource: ["configMapRef", "secretRef"],
  IngressBackend: ["resource", "service"],
  LifecycleHandler: ["exec", "httpGet", "sleep", "tcpSocket"],
  NetworkPolicyPeer: ["ipBlock", "namespaceSelector", "podSelector"],
  Probe: ["exec", "grpc", "httpGet", "tcpSocket"],
  ServiceBackendPort: ["name", "number"],
};

/** Of these fields at most one is set, by definition. */
const atMostOne: Readonly<Record<string, readonly string[]>> = {
  EnvVar: ["value", "valueFrom"],
  HTTPRequestMirrorFilter: ["fraction", "percent"],
  PodDisruptionBudgetSpec: ["maxUnavailable", "minAvailable"],
  Volume: Object.keys(fieldsOf("Volume")).filter((name) => name !== "name"),
  VolumeMount: ["subPath", "subPathExpr"],
};

/** The field `type` names the field that must be set with it. */
const typed = new Set(["HTTPPathModifier", "HTTPRouteFilter", "MetricSpec"]);

const fieldFor = (type: string) =>
  type.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase());

/** The fields of a choice that are set. An empty value beside valueFrom is no second source. */
function given(node: MapNode, names: readonly string[]) {
  return node.entries.filter(
    ({ key, value }) =>
      names.includes(key) && get(node, key) && !(value.kind === "scalar" && value.value === ""),
  );
}

function checkChoice(definition: string, node: MapNode, report: Report): void {
  const choice = oneOf[definition];
  const [first, second] = given(node, choice ?? atMostOne[definition] ?? []);
  // Two selectors of a peer must both match.
  const together = definition === "NetworkPolicyPeer" && !get(node, "ipBlock");
  if (first && second && !together) {
    const message = `cannot be set together with "${first.key}"`;
    report(keyOf(second), message, "keep one of them");
  }
  if (choice && !first) report(node, `needs one of ${choice.join(", ")}`);
}

function checkTyped(definition: string, node: MapNode, report: Report): void {
  const type = typed.has(definition) ? text(node, "type") : undefined;
  if (type === undefined) return;
  const wanted = fieldFor(type);
  if (!(wanted in fieldsOf(definition))) return;
  const others = node.entries.filter(
    ({ key }) => key !== "type" && key !== wanted && get(node, key),
  );
  if (!get(node, wanted)) {
    const has = others[0] ? `it has "${others[0].key}"` : undefined;
    report(node, `type ${type} needs the field "${wanted}"`, has);
    return;
  }
  for (const other of others) {
    report(keyOf(other), `is not for type ${type}`, `with it goes the field "${wanted}"`);
  }
}

/** Checks fields that exclude or demand each other. */
export function checkExclusive(definition: string, node: MapNode, report: Report): void {
  checkChoice(definition, node, report);
  checkTyped(definition, node, report);
}
