const core = "kubernetes-models";
const gateway = "@kubernetes-models/gateway-api/gateway.networking.k8s.io";

/** The kinds the validator knows, by the module that declares their apiVersion. */
export const kinds: Record<string, readonly string[]> = {
  [`${core}/v1`]: [
    "ConfigMap",
    "LimitRange",
    "Namespace",
    "PersistentVolumeClaim",
    "Pod",
    "ResourceQuota",
    "Secret",
    "Service",
    "ServiceAccount",
  ],
  [`${core}/apps/v1`]: ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
  [`${core}/autoscaling/v2`]: ["HorizontalPodAutoscaler"],
  // After v2: where several versions have a kind, the first is the one to write.
  [`${core}/autoscaling/v1`]: ["HorizontalPodAutoscaler"],
  [`${core}/batch/v1`]: ["CronJob", "Job"],
  [`${core}/networking.k8s.io/v1`]: ["Ingress", "IngressClass", "NetworkPolicy"],
  [`${core}/policy/v1`]: ["PodDisruptionBudget"],
  [`${core}/rbac.authorization.k8s.io/v1`]: [
    "ClusterRole",
    "ClusterRoleBinding",
    "Role",
    "RoleBinding",
  ],
  [`${gateway}/v1`]: ["Gateway", "HTTPRoute"],
};

/** The minor version of Kubernetes whose API the pinned declarations carry. */
export const kubernetesVersion = "1.36";
