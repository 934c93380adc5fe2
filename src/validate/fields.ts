import {
  configKeyFault,
  envNameFault,
  labelFault,
  labelKeyFault,
  labelValueFault,
  portNameFault,
  subdomainFault,
} from "./names.ts";
import { entries, type Entry, type Node, type Report } from "./tree.ts";

/** What is wrong with a value, or undefined. */
type Fault = (value: string | number) => string | undefined;

const port: Fault = (value) =>
  typeof value === "number" && (value < 1 || value > 65535)
    ? "a port is a number from 1 to 65535"
    : undefined;
const text =
  (fault: (value: string) => string | undefined): Fault =>
  (value) =>
    typeof value === "string" ? fault(value) : undefined;
const portOrName: Fault = (value) =>
  typeof value === "number" ? port(value) : portNameFault(value);
const atLeast =
  (least: number): Fault =>
  (value) =>
    typeof value === "number" && value < least ? `must be ${least} or more` : undefined;
const absolute: Fault = (value) =>
  typeof value === "string" && !value.startsWith("/") ? 'must start with "/"' : undefined;
const percent: Fault = (value) =>
  typeof value === "string" && !/^\d+%$/.test(value)
    ? 'must be a whole number or a percentage such as "25%"'
    : atLeast(0)(value);
const image: Fault = (value) =>
  /\s/.test(String(value)) || value === "" ? "an image has a name without spaces" : undefined;
const cron: Fault = (value) => {
  const named = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every \S+)$/;
  const field = /^[\d*/,?A-Za-z-]+$/;
  const parts = String(value).trim().split(/\s+/);
  return named.test(String(value)) ||
    (parts.length === 5 && parts.every((part) => field.test(part)))
    ? undefined
    : 'must be five fields such as "*/5 * * * *"';
};

/** Checks of single fields, by definition and field. */
const scalars: Readonly<Record<string, Fault>> = {
  "Container.image": image,
  "Container.name": text(labelFault),
  "ContainerPort.containerPort": port,
  "ContainerPort.hostPort": port,
  "ContainerPort.name": text(portNameFault),
  "CronJobSpec.schedule": cron,
  "DaemonSetSpec.minReadySeconds": atLeast(0),
  "DeploymentSpec.replicas": atLeast(0),
  "EnvVar.name": text(envNameFault),
  "GRPCAction.port": port,
  "HTTPBackendRef.port": port,
  "HTTPGetAction.port": portOrName,
  "HTTPIngressPath.path": absolute,
  "HorizontalPodAutoscalerSpec.maxReplicas": atLeast(1),
  "HorizontalPodAutoscalerSpec.minReplicas": atLeast(0),
  "JobSpec.backoffLimit": atLeast(0),
  "JobSpec.completions": atLeast(0),
  "JobSpec.parallelism": atLeast(0),
  "Listener.port": port,
  "NetworkPolicyPort.endPort": port,
  "NetworkPolicyPort.port": portOrName,
  "PodDisruptionBudgetSpec.maxUnavailable": percent,
  "PodDisruptionBudgetSpec.minAvailable": percent,
  "Probe.failureThreshold": atLeast(1),
  "Probe.initialDelaySeconds": atLeast(0),
  "Probe.periodSeconds": atLeast(1),
  "Probe.successThreshold": atLeast(1),
  "Probe.timeoutSeconds": atLeast(1),
  "ReplicaSetSpec.replicas": atLeast(0),
  "RollingUpdateDeployment.maxSurge": percent,
  "RollingUpdateDeployment.maxUnavailable": percent,
  "ServiceBackendPort.number": port,
  "ServicePort.name": text(labelFault),
  "ServicePort.nodePort": port,
  "ServicePort.port": port,
  "ServicePort.targetPort": portOrName,
  "StatefulSetSpec.replicas": atLeast(0),
  "TCPSocketAction.port": portOrName,
  "Volume.name": text(labelFault),
  "VolumeMount.name": text(labelFault),
};

/** References to objects: each must be a valid name. */
for (const place of [
  "ConfigMapKeySelector.name",
  "SecretKeySelector.name",
  "ConfigMapEnvSource.name",
  "SecretEnvSource.name",
  "ConfigMapVolumeSource.name",
  "SecretVolumeSource.secretName",
  "CrossVersionObjectReference.name",
  "IngressServiceBackend.name",
  "IngressTLS.secretName",
  "IngressSpec.ingressClassName",
  "HTTPBackendRef.name",
  "ParentReference.name",
  "PodSpec.serviceAccountName",
]) {
  Object.assign(scalars, { [place]: text(subdomainFault) });
}

/** Checks of the keys and values of maps, by definition and field. */
const maps: Readonly<Record<string, { key: Fault; value?: Fault }>> = {
  "ConfigMap.binaryData": { key: text(configKeyFault) },
  "ConfigMap.data": { key: text(configKeyFault) },
  "LabelSelector.matchLabels": { key: text(labelKeyFault), value: text(labelValueFault) },
  "ObjectMeta.annotations": { key: text(labelKeyFault) },
  "ObjectMeta.labels": { key: text(labelKeyFault), value: text(labelValueFault) },
  "PodSpec.nodeSelector": { key: text(labelKeyFault), value: text(labelValueFault) },
  "Secret.data": { key: text(configKeyFault), value: base64Fault },
  "Secret.stringData": { key: text(configKeyFault) },
  "ServiceSpec.selector": { key: text(labelKeyFault), value: text(labelValueFault) },
};

function base64Fault(value: string | number): string | undefined {
  const plain = String(value).replace(/\s/g, "");
  const valid = /^[A-Za-z0-9+/]*={0,2}$/.test(plain) && plain.length % 4 === 0;
  return valid ? undefined : "is not base64: put plain text under stringData";
}

function checkValue(node: Node, at: number, fault: Fault | undefined, report: Report): void {
  if (!fault || node.kind !== "scalar") return;
  if (typeof node.value !== "string" && typeof node.value !== "number") return;
  const message = fault(node.value);
  if (message) report({ at, path: node.path }, message);
}

/** Checks what the type of a field does not say: names, ports, image references, schedules. */
export function checkField(definition: string, { key, value }: Entry, report: Report): void {
  const place = `${definition}.${key}`;
  checkValue(value, value.start, scalars[place], report);
  const map = maps[place];
  for (const one of map ? entries(value) : []) {
    const message = map?.key(one.key);
    if (message) report({ at: one.at, path: one.value.path }, message);
    checkValue(one.value, one.value.start, map?.value, report);
  }
}
