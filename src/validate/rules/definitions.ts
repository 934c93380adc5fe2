import { entries, entry, get, items, scalar, text, type MapNode, type Report } from "../tree.ts";
import { checkExclusive } from "./exclusive.ts";
import { checkContainer, checkPodSpec } from "./pods.ts";
import { checkResources } from "./resources.ts";
import { checkExpression, checkRestartPolicy, checkSelector, checkStrategy } from "./workloads.ts";

/** Checks an object of one definition without looking at anything else. */
type DefinitionRule = (node: MapNode, report: Report) => void;

function checkWorkload(node: MapNode, report: Report): void {
  checkSelector(node, report);
  checkRestartPolicy(node, ["Always"], report);
}

function checkServiceSpec(node: MapNode, report: Report): void {
  const type = text(node, "type") ?? "ClusterIP";
  const ports = items(get(node, "ports"));
  if (type === "ExternalName") {
    if (!get(node, "externalName")) report(node, "type ExternalName needs externalName");
  } else if (ports.length === 0 && scalar(node, "clusterIP") !== "None") {
    report(node, "needs at least one port");
  }
  for (const port of ports) {
    if (ports.length > 1 && port.kind === "map" && !entry(port, "name")) {
      report(port, "needs a name, since the Service has several ports");
    }
    const nodePort = entry(port, "nodePort");
    if (nodePort && (type === "ClusterIP" || type === "ExternalName")) {
      const message = `is not allowed for a Service of type ${type}`;
      report({ at: nodePort.at, path: nodePort.value.path }, message, "write type: NodePort");
    }
  }
}

function checkAutoscaler(node: MapNode, report: Report): void {
  const [least, most] = [scalar(node, "minReplicas") ?? 1, scalar(node, "maxReplicas")];
  const place = get(node, "maxReplicas");
  if (typeof least === "number" && typeof most === "number" && most < least && place) {
    report({ at: place.start, path: place.path }, `is below minReplicas, which is ${least}`);
  }
}

function checkTarget(node: MapNode, report: Report): void {
  const type = text(node, "type") ?? "";
  const fields: Record<string, string> = {
    AverageValue: "averageValue",
    Utilization: "averageUtilization",
    Value: "value",
  };
  const field = fields[type];
  if (field && !get(node, field)) report(node, `type ${type} needs the field "${field}"`);
}

function checkClaim(node: MapNode, report: Report): void {
  const requests = get(node, "resources", "requests");
  const place = requests ?? get(node, "resources");
  if (!place || get(requests, "storage")) return;
  // Another entry in its place is usually a misspelling of it.
  const [instead] = entries(requests);
  const where = instead ? { at: instead.at, path: instead.value.path } : place;
  report(where, "needs requests.storage, the size of the volume");
}

function checkSubject(node: MapNode, report: Report): void {
  if (text(node, "kind") === "ServiceAccount" && !get(node, "namespace")) {
    report(node, "a ServiceAccount here needs its namespace");
  }
}

const rules: Readonly<Record<string, DefinitionRule>> = {
  Container: checkContainer,
  DaemonSetSpec: checkWorkload,
  DeploymentSpec: checkWorkload,
  DeploymentStrategy: checkStrategy,
  HorizontalPodAutoscalerSpec: checkAutoscaler,
  JobSpec: (node, report) => {
    checkRestartPolicy(node, ["OnFailure", "Never"], report);
  },
  LabelSelectorRequirement: checkExpression,
  MetricTarget: checkTarget,
  PersistentVolumeClaimSpec: checkClaim,
  PodSpec: checkPodSpec,
  ReplicaSetSpec: checkWorkload,
  ResourceRequirements: checkResources,
  ServiceSpec: checkServiceSpec,
  StatefulSetSpec: checkWorkload,
  Subject: checkSubject,
};

/** Applies the rules of one definition. */
export function checkDefinition(definition: string, node: MapNode, report: Report): void {
  checkExclusive(definition, node, report);
  rules[definition]?.(node, report);
}
