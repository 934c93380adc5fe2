/** Values of a field whose declaration says only "string". */
interface Added {
  /** The values, joined by `|`. */
  values: string;
  /** Where they are written down: the type's documentation, or the API server's validation. */
  source: string;
}

const types = "k8s.io/api";
const docs = "the field's own description";
const gateway = "sigs.k8s.io/gateway-api/apis/v1";

/**
 * Enums that the declarations leave out, by definition and field.
 * The others (restartPolicy of a Pod, Service type, pathType and so on) come from the declarations.
 */
export const enums: Record<string, Added> = {
  "Container.restartPolicy": {
    values: "Always|Never|OnFailure",
    source: `${types}/core/v1/types.go, ContainerRestartPolicy`,
  },
  "ContainerResizePolicy.resourceName": { values: "cpu|memory", source: docs },
  "ContainerResizePolicy.restartPolicy": {
    values: "NotRequired|RestartContainer",
    source: `${types}/core/v1/types.go, ResourceResizeRestartPolicy`,
  },
  "ContainerRestartRule.action": { values: "Restart", source: docs },
  "ContainerRestartRuleOnExitCodes.operator": { values: "In|NotIn", source: docs },
  "HPAScalingPolicy.type": {
    values: "Percent|Pods",
    source: `${types}/autoscaling/v2/types.go, HPAScalingPolicyType`,
  },
  "HPAScalingRules.selectPolicy": {
    values: "Disabled|Max|Min",
    source: `${types}/autoscaling/v2/types.go, ScalingPolicySelect`,
  },
  "HTTPPathModifier.type": {
    values: "ReplaceFullPath|ReplacePrefixMatch",
    source: `${gateway}/httproute_types.go, HTTPPathModifierType`,
  },
  "HTTPRouteFilter.type": {
    values:
      "CORS|ExtensionRef|ExternalAuth|RequestHeaderModifier|RequestMirror|RequestRedirect|ResponseHeaderModifier|URLRewrite",
    source: docs,
  },
  "IngressClassParametersReference.scope": {
    values: "Cluster|Namespace",
    source: `${types}/networking/v1/types.go, IngressClassParametersReferenceScope*`,
  },
  "LabelSelectorRequirement.operator": {
    values: "DoesNotExist|Exists|In|NotIn",
    source: docs,
  },
  "LimitRangeItem.type": {
    values: "Container|PersistentVolumeClaim|Pod",
    source: `${types}/core/v1/types.go, LimitType`,
  },
  "ListenerNamespaces.from": { values: "All|None|Same|Selector", source: docs },
  "MetricSpec.type": {
    values: "ContainerResource|External|Object|Pods|Resource",
    source: docs,
  },
  "MetricTarget.type": {
    values: "AverageValue|Utilization|Value",
    source: `${types}/autoscaling/v2/types.go, MetricTargetType`,
  },
  "PodOS.name": { values: "linux|windows", source: docs },
  "PodSecurityContext.seLinuxChangePolicy": { values: "MountOption|Recursive", source: docs },
  "RoleRef.kind": {
    values: "ClusterRole|Role",
    source: "kubernetes pkg/apis/rbac/validation/validation.go, ValidateRoleBinding",
  },
  "RouteNamespaces.from": {
    values: "All|Same|Selector",
    source: `${gateway}/gateway_types.go, RouteNamespaces.From`,
  },
  "Subject.kind": {
    values: "Group|ServiceAccount|User",
    source: "kubernetes pkg/apis/rbac/validation/validation.go, ValidateRoleBindingSubject",
  },
  "VolumeMount.recursiveReadOnly": {
    values: "Disabled|Enabled|IfPossible",
    source: `${types}/core/v1/types.go, RecursiveReadOnlyMode`,
  },
};
