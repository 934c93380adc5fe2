import type { MapNode, Report } from "../tree.ts";
import {
  checkAutoscaler,
  checkMetricSource,
  checkMetricTarget,
  checkScalingRules,
} from "./autoscaling.ts";
import { checkClaim } from "./claims.ts";
import { checkContainer, checkEnvSource } from "./containers.ts";
import { checkExclusive } from "./exclusive.ts";
import { checkAddress, checkGateway, checkListener } from "./gateway.ts";
import {
  checkBackendRef,
  checkHeaderFilter,
  checkPathMatch,
  checkRouteRule,
} from "./http-route.ts";
import { checkIngress, checkIngressPath, checkIngressSpec } from "./ingress.ts";
import { checkJob } from "./jobs.ts";
import { checkIpBlock, checkPolicyPort } from "./network-policy.ts";
import { checkPodSpec, checkVolume } from "./pods.ts";
import { checkLimitRange, checkQuota } from "./quotas.ts";
import { checkBinding, checkRole } from "./rbac.ts";
import { checkResources } from "./resources.ts";
import {
  checkAffinityTerm,
  checkNodeRequirement,
  checkNodeSelector,
  checkToleration,
} from "./scheduling.ts";
import { checkConfigMap, checkSecret } from "./secrets.ts";
import { checkServiceSpec } from "./services.ts";
import { checkExpression, checkRollout, checkStrategy, checkWorkload } from "./workloads.ts";

/** Checks an object of one definition without looking at anything else. */
type DefinitionRule = (node: MapNode, report: Report) => void;

const metricSource =
  (definition: string): DefinitionRule =>
  (node, report) => {
    checkMetricSource(definition, node, report);
  };
const namespaced =
  (
    rule: (node: MapNode, namespaced: boolean, report: Report) => void,
    value: boolean,
  ): DefinitionRule =>
  (node, report) => {
    rule(node, value, report);
  };

const rules: Readonly<Record<string, DefinitionRule>> = {
  BackendObjectReference: checkBackendRef,
  ClusterRole: namespaced(checkRole, false),
  ClusterRoleBinding: namespaced(checkBinding, false),
  ConfigMap: checkConfigMap,
  Container: checkContainer,
  ContainerResourceMetricSource: metricSource("ContainerResourceMetricSource"),
  DaemonSetSpec: checkWorkload,
  DeploymentSpec: (node, report) => {
    checkWorkload(node, report);
    checkRollout(node, report);
  },
  DeploymentStrategy: checkStrategy,
  EnvVarSource: checkEnvSource,
  ExternalMetricSource: metricSource("ExternalMetricSource"),
  GatewaySpec: checkGateway,
  GatewaySpecAddress: checkAddress,
  HPAScalingRules: checkScalingRules,
  HTTPBackendRef: checkBackendRef,
  HTTPHeaderFilter: checkHeaderFilter,
  HTTPIngressPath: checkIngressPath,
  HTTPPathMatch: checkPathMatch,
  HTTPRouteRule: checkRouteRule,
  HorizontalPodAutoscalerSpec: checkAutoscaler,
  "autoscaling.HorizontalPodAutoscalerSpec": checkAutoscaler,
  IPBlock: checkIpBlock,
  Ingress: checkIngress,
  IngressSpec: checkIngressSpec,
  JobSpec: checkJob,
  LabelSelectorRequirement: checkExpression,
  LimitRangeSpec: checkLimitRange,
  Listener: checkListener,
  MetricTarget: checkMetricTarget,
  NetworkPolicyPort: checkPolicyPort,
  NodeSelector: checkNodeSelector,
  NodeSelectorRequirement: checkNodeRequirement,
  ObjectMetricSource: metricSource("ObjectMetricSource"),
  PersistentVolumeClaimSpec: checkClaim,
  PodAffinityTerm: checkAffinityTerm,
  PodSpec: checkPodSpec,
  PodsMetricSource: metricSource("PodsMetricSource"),
  ReplicaSetSpec: checkWorkload,
  ResourceMetricSource: metricSource("ResourceMetricSource"),
  ResourceQuotaSpec: checkQuota,
  ResourceRequirements: checkResources,
  Role: namespaced(checkRole, true),
  RoleBinding: namespaced(checkBinding, true),
  Secret: checkSecret,
  ServiceSpec: checkServiceSpec,
  StatefulSetSpec: checkWorkload,
  Toleration: checkToleration,
  Volume: checkVolume,
};

/** Applies the rules of one definition. */
export function checkDefinition(definition: string, node: MapNode, report: Report): void {
  checkExclusive(definition, node, report);
  rules[definition]?.(node, report);
}
