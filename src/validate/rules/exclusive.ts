import { fieldsOf } from "../schema.ts";
import { get, text, type MapNode, type Report } from "../tree.ts";

/** Of these fields exactly one is set, by definition. */
const oneOf: Readonly<Record<string, readonly string[]>> = {
  EnvVarSource: ["configMapKeyRef", "fieldRef", "fileKeyRef", "resourceFieldRef", "secretKeyRef"],
  EnvFromSource: ["configMapRef", "secretRef"],
  IngressBackend: ["resource", "service"],
  LifecycleHandler: ["exec", "httpGet", "sleep", "tcpSocket"],
  Probe: ["exec", "grpc", "httpGet", "tcpSocket"],
  ServiceBackendPort: ["name", "number"],
  Volume: Object.keys(fieldsOf("Volume")).filter((name) => name !== "name"),
};

/** Of these fields at most one is set, by definition. */
const atMostOne: Readonly<Record<string, readonly string[]>> = {
  EnvVar: ["value", "valueFrom"],
  PodDisruptionBudgetSpec: ["maxUnavailable", "minAvailable"],
};

/** The field `type` names the field that must be set with it. */
const typed = new Set(["HTTPRouteFilter", "MetricSpec"]);

const fieldFor = (type: string) =>
  type.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase());

/** Checks fields that exclude or demand each other. */
export function checkExclusive(definition: string, node: MapNode, report: Report): void {
  const choice = oneOf[definition];
  const set = (names: readonly string[]) => node.entries.filter(({ key }) => names.includes(key));
  const given = set(choice ?? atMostOne[definition] ?? []);
  const [first, second] = given;
  if (first && second) {
    const message = `cannot be set together with "${first.key}"`;
    report({ at: second.at, path: second.value.path }, message, "keep one of them");
  }
  if (choice && given.length === 0) {
    const some =
      choice.length > 6
        ? 'a source such as "configMap" or "emptyDir"'
        : `one of ${choice.join(", ")}`;
    report(node, `needs ${some}`);
  }
  const type = typed.has(definition) ? text(node, "type") : undefined;
  const wanted = type === undefined ? "" : fieldFor(type);
  if (wanted in fieldsOf(definition) && !get(node, wanted)) {
    report(node, `type ${type ?? ""} needs the field "${wanted}"`);
  }
}
