import type { Level } from "./problem.ts";
import {
  configKeyFault,
  envNameFault,
  labelFault,
  pathSegmentFault,
  portNameFault,
  subdomainFault,
} from "./names.ts";
import { cidrFault, isAddress } from "./values/addresses.ts";
import { cronFault } from "./values/cron.ts";
import { modeFault } from "./values/modes.ts";
import { hostFault } from "./values/hosts.ts";
import { timeZoneFault } from "./values/time-zone.ts";

/** What is wrong with a value: the message alone, or with more. */
export type Finding = string | { message: string; hint?: string | undefined; level?: Level };
/** Finds out what is wrong with a value; undefined when nothing is. */
export type Fault = (value: string | number, written: string) => Finding | undefined;

const port: Fault = (value) =>
  typeof value === "number" && (value < 1 || value > 65535)
    ? "a port is a number from 1 to 65535"
    : undefined;
/** A port that 0 leaves open. */
const optionalPort: Fault = (value) => (value === 0 ? undefined : port(value, ""));
const nodePort: Fault = (value) => {
  if (value === 0) return undefined;
  const fits = typeof value !== "number" || (value >= 30000 && value <= 32767);
  if (fits) return undefined;
  return `a nodePort is from 30000 to 32767, unless your cluster was given another range`;
};
/** A fault of texts alone. */
export const text =
  (fault: (value: string) => Finding | undefined): Fault =>
  (value) =>
    typeof value === "string" ? fault(value) : undefined;
const portOrName: Fault = (value) =>
  typeof value === "number" ? port(value, "") : portNameFault(value);
const between =
  (least: number, most = Infinity): Fault =>
  (value) => {
    if (typeof value !== "number" || (value >= least && value <= most)) return undefined;
    return most === Infinity ? `must be ${least} or more` : `must be from ${least} to ${most}`;
  };
const notNegative = between(0);
const absolute = text((value) => (value.startsWith("/") ? undefined : 'must start with "/"'));
const percent: Fault = (value) =>
  typeof value === "string" && !/^\d+%$/.test(value)
    ? 'must be a whole number or a percentage such as "25%"'
    : notNegative(value, "");
const share: Fault = (value) =>
  typeof value === "string" && Number(/^(\d+)%$/.exec(value)?.[1]) > 100
    ? "must not be more than 100%"
    : percent(value, "");
const image = text((value) => {
  if (value === "") return "an image has a name";
  if (value !== value.trim()) return "an image has no blank before or after its name";
  if (/\s/.test(value)) return { message: "an image has a name without spaces", level: "warning" };
  return /^https?:\/\//.test(value)
    ? { message: "an image has no https:// before its name", level: "warning" }
    : undefined;
});
/** A path inside a volume. */
const inside = text((value) => {
  if (value.startsWith("/")) return 'must be a relative path, without "/" at the start';
  return value.split("/").includes("..") ? 'must not contain ".."' : undefined;
});
const noSteps = text((value) =>
  value.split("/").includes("..") ? 'must not contain ".."' : undefined,
);
const ipAddress = text((value) =>
  isAddress(value) ? undefined : `"${value}" is not an IP address`,
);
const clusterIp = text((value) =>
  value === "" || value === "None" || isAddress(value)
    ? undefined
    : `"${value}" is neither an IP address nor None`,
);
const externalName = text((value) => {
  const fault = hostFault(value.replace(/\.$/, ""), { address: true, wildcard: false });
  return fault && { ...fault, message: fault.message.replace("a valid host", "a valid name") };
});
/** A name of another object, which the API server does not check: it is just never found. */
const reference = text((value) => {
  const message = subdomainFault(value);
  return message === undefined ? undefined : { message, level: "warning" };
});

/** Checks of single fields, and of the items of lists, by definition and field. */
export const scalarFaults: Readonly<Record<string, Fault>> = {
  "ClientIPConfig.timeoutSeconds": between(1, 86400),
  "ConfigMapEnvSource.name": reference,
  "ConfigMapKeySelector.key": text(configKeyFault),
  "ConfigMapKeySelector.name": reference,
  "ConfigMapVolumeSource.defaultMode": modeFault,
  "ConfigMapVolumeSource.name": reference,
  "Container.image": image,
  "Container.name": text(labelFault),
  "ContainerPort.containerPort": port,
  "ContainerPort.hostPort": optionalPort,
  "ContainerPort.name": text(portNameFault),
  "CronJobSpec.failedJobsHistoryLimit": notNegative,
  "CronJobSpec.schedule": text(cronFault),
  "CronJobSpec.startingDeadlineSeconds": notNegative,
  "CronJobSpec.successfulJobsHistoryLimit": notNegative,
  "CronJobSpec.timeZone": text(timeZoneFault),
  "CrossVersionObjectReference.name": text(pathSegmentFault),
  "DaemonSetSpec.minReadySeconds": notNegative,
  "DeploymentSpec.minReadySeconds": notNegative,
  "DeploymentSpec.replicas": notNegative,
  "DeploymentSpec.revisionHistoryLimit": notNegative,
  "DownwardAPIVolumeFile.path": inside,
  "EnvVar.name": text(envNameFault),
  "GRPCAction.port": port,
  "HTTPGetAction.port": portOrName,
  "HTTPIngressPath.path": (value) => (value === "" ? undefined : absolute(value, "")),
  "autoscaling.HorizontalPodAutoscalerSpec.maxReplicas": between(1),
  "autoscaling.HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage": between(1),
  "HPAScalingPolicy.periodSeconds": between(1, 1800),
  "HPAScalingPolicy.value": between(1),
  "HPAScalingRules.stabilizationWindowSeconds": between(0, 3600),
  "HorizontalPodAutoscalerSpec.maxReplicas": between(1),
  "HorizontalPodAutoscalerSpec.minReplicas": (value) =>
    value === 0
      ? "must be 1 or more, unless HPAScaleToZero is on in your cluster"
      : between(1)(value, ""),
  "HostAlias.ip": ipAddress,
  "HostPathVolumeSource.path": noSteps,
  "IngressRule.host": text((value) => (value === "" ? undefined : hostFault(value))),
  "IngressServiceBackend.name": text(labelFault),
  "IngressSpec.ingressClassName": text(subdomainFault),
  "IngressTLS.hosts": text((value) => hostFault(value, { address: true })),
  "IngressTLS.secretName": text((value) => (value === "" ? undefined : subdomainFault(value))),
  "IPBlock.cidr": text(cidrFault),
  "IPBlock.except": text(cidrFault),
  "JobSpec.activeDeadlineSeconds": notNegative,
  "JobSpec.backoffLimit": notNegative,
  "JobSpec.backoffLimitPerIndex": notNegative,
  "JobSpec.completions": notNegative,
  "JobSpec.parallelism": notNegative,
  "JobSpec.ttlSecondsAfterFinished": notNegative,
  "KeyToPath.mode": modeFault,
  "KeyToPath.path": inside,
  "MetricTarget.averageUtilization": between(1),
  "NetworkPolicyPort.endPort": port,
  "NetworkPolicyPort.port": portOrName,
  "PersistentVolumeClaimSpec.storageClassName": text((value) =>
    value === "" ? undefined : subdomainFault(value),
  ),
  "PersistentVolumeClaimVolumeSource.claimName": reference,
  "PodDisruptionBudgetSpec.maxUnavailable": share,
  "PodDisruptionBudgetSpec.minAvailable": share,
  "PodSpec.activeDeadlineSeconds": between(1),
  "PodSpec.hostname": text(labelFault),
  "PodSpec.priorityClassName": text(subdomainFault),
  "PodSpec.serviceAccountName": text((value) => (value === "" ? undefined : subdomainFault(value))),
  "PodSpec.subdomain": text(labelFault),
  "PodSpec.terminationGracePeriodSeconds": notNegative,
  "PreferredSchedulingTerm.weight": between(1, 100),
  "Probe.failureThreshold": notNegative,
  "Probe.initialDelaySeconds": notNegative,
  "Probe.periodSeconds": notNegative,
  "Probe.successThreshold": notNegative,
  "Probe.terminationGracePeriodSeconds": between(1),
  "Probe.timeoutSeconds": notNegative,
  "ProjectedVolumeSource.defaultMode": modeFault,
  "ReplicaSetSpec.replicas": notNegative,
  "RollingUpdateDaemonSet.maxSurge": share,
  "RollingUpdateDaemonSet.maxUnavailable": share,
  "RollingUpdateDeployment.maxSurge": percent,
  "RollingUpdateDeployment.maxUnavailable": share,
  "RollingUpdateStatefulSetStrategy.partition": notNegative,
  "RoleRef.name": text(pathSegmentFault),
  "SecretEnvSource.name": reference,
  "SecretKeySelector.key": text(configKeyFault),
  "SecretKeySelector.name": reference,
  "SecretVolumeSource.defaultMode": modeFault,
  "SecretVolumeSource.secretName": reference,
  "SecurityContext.runAsGroup": notNegative,
  "SecurityContext.runAsUser": notNegative,
  "PodSecurityContext.fsGroup": notNegative,
  "PodSecurityContext.runAsGroup": notNegative,
  "PodSecurityContext.runAsUser": notNegative,
  "ServiceAccountTokenProjection.expirationSeconds": between(600),
  "ServiceBackendPort.name": text(portNameFault),
  "ServiceBackendPort.number": optionalPort,
  "ServicePort.name": text((value) => (value === "" ? undefined : labelFault(value))),
  "ServicePort.nodePort": nodePort,
  "ServicePort.port": port,
  "ServicePort.targetPort": portOrName,
  "ServiceSpec.clusterIP": clusterIp,
  "ServiceSpec.externalIPs": ipAddress,
  "ServiceSpec.externalName": externalName,
  "ServiceSpec.loadBalancerSourceRanges": text((value) => cidrFault(value.trim())),
  "StatefulSetSpec.minReadySeconds": notNegative,
  "StatefulSetSpec.replicas": notNegative,
  "StatefulSetSpec.revisionHistoryLimit": notNegative,
  "TCPSocketAction.port": portOrName,
  "TopologySpreadConstraint.maxSkew": between(1),
  "Volume.name": text(labelFault),
  "VolumeMount.name": text(labelFault),
  "VolumeMount.subPath": inside,
  "WeightedPodAffinityTerm.weight": between(1, 100),
};
