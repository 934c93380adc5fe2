/** A kind of the Kubernetes API that the cluster serves. */
export interface ServedKind {
  /** API group, empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  short: readonly string[];
  namespaced: boolean;
  /** Whether `kubectl get all` lists it. */
  all: boolean;
  /** Who keeps its objects: the engine, or a plain store beside it, without a controller. */
  keeper: "engine" | "store";
  /** Subresources that can be asked for. */
  subresources: readonly string[];
}

function kind(
  keeper: ServedKind["keeper"],
  group: string,
  name: string,
  plural: string,
  rest: Partial<ServedKind> = {},
): ServedKind {
  return {
    group,
    version: group === "autoscaling" ? "v2" : "v1",
    kind: name,
    plural,
    singular: name.toLowerCase(),
    short: [],
    namespaced: true,
    all: false,
    keeper,
    subresources: [],
    ...rest,
  };
}

const RBAC = "rbac.authorization.k8s.io";

/** Every kind of the cluster. */
export const SERVED_KINDS: readonly ServedKind[] = [
  kind("engine", "", "Pod", "pods", {
    short: ["po"],
    all: true,
    subresources: ["log", "exec", "eviction", "portforward", "status"],
  }),
  kind("engine", "", "Service", "services", { short: ["svc"], all: true }),
  kind("engine", "", "Namespace", "namespaces", { short: ["ns"], namespaced: false }),
  kind("engine", "", "Node", "nodes", { short: ["no"], namespaced: false }),
  kind("engine", "", "Event", "events", { short: ["ev"] }),
  kind("store", "", "ConfigMap", "configmaps", { short: ["cm"] }),
  kind("store", "", "Secret", "secrets"),
  kind("store", "", "ServiceAccount", "serviceaccounts", { short: ["sa"] }),
  kind("store", "", "PersistentVolumeClaim", "persistentvolumeclaims", {
    short: ["pvc"],
    subresources: ["status"],
  }),
  kind("store", "", "ResourceQuota", "resourcequotas", {
    short: ["quota"],
    subresources: ["status"],
  }),
  kind("store", "", "LimitRange", "limitranges", { short: ["limits"] }),
  kind("engine", "apps", "Deployment", "deployments", {
    short: ["deploy"],
    all: true,
    subresources: ["scale", "status"],
  }),
  kind("engine", "apps", "ReplicaSet", "replicasets", {
    short: ["rs"],
    all: true,
    subresources: ["scale", "status"],
  }),
  kind("store", "apps", "StatefulSet", "statefulsets", {
    short: ["sts"],
    all: true,
    subresources: ["scale", "status"],
  }),
  kind("store", "batch", "Job", "jobs", { all: true, subresources: ["status"] }),
  kind("store", "batch", "CronJob", "cronjobs", {
    short: ["cj"],
    all: true,
    subresources: ["status"],
  }),
  kind("store", "policy", "PodDisruptionBudget", "poddisruptionbudgets", {
    short: ["pdb"],
    subresources: ["status"],
  }),
  kind("store", "scheduling.k8s.io", "PriorityClass", "priorityclasses", {
    short: ["pc"],
    namespaced: false,
  }),
  kind("store", RBAC, "Role", "roles"),
  kind("store", RBAC, "RoleBinding", "rolebindings"),
  kind("store", RBAC, "ClusterRole", "clusterroles", { namespaced: false }),
  kind("store", RBAC, "ClusterRoleBinding", "clusterrolebindings", { namespaced: false }),
  kind("engine", "discovery.k8s.io", "EndpointSlice", "endpointslices"),
  kind("store", "networking.k8s.io", "Ingress", "ingresses", { short: ["ing"] }),
  kind("store", "networking.k8s.io", "IngressClass", "ingressclasses", { namespaced: false }),
  kind("store", "networking.k8s.io", "NetworkPolicy", "networkpolicies", { short: ["netpol"] }),
  kind("store", "autoscaling", "HorizontalPodAutoscaler", "horizontalpodautoscalers", {
    short: ["hpa"],
    all: true,
  }),
];

/**
 * The group and version as `apiVersion` writes them.
 * @param of a kind
 * @returns for example `v1`, `apps/v1`
 */
export function apiVersion(of: Pick<ServedKind, "group" | "version">): string {
  return of.group === "" ? of.version : `${of.group}/${of.version}`;
}

/**
 * How messages of the API server name a kind's objects.
 * @param of a kind
 * @returns for example `pods`, `deployments.apps`
 */
export function qualified(of: Pick<ServedKind, "group" | "plural">): string {
  return of.group === "" ? of.plural : `${of.plural}.${of.group}`;
}

/**
 * How messages of the API server name a kind.
 * @returns for example `Pod`, `Deployment.apps`
 */
export function qualifiedKind(of: Pick<ServedKind, "group" | "kind">): string {
  return of.group === "" ? of.kind : `${of.kind}.${of.group}`;
}
