/** A kind of the Kubernetes API, as `kubectl api-resources` lists it. */
export interface ResourceKind {
  kind: string;
  /** API group, empty for the core group. */
  group: string;
  plural: string;
  singular: string;
  short: readonly string[];
  namespaced: boolean;
}

/**
 * The kinds of Kubernetes 1.36, and of the Gateway API, by group: name, plural, short names. From
 * the types of the API and the `ShortNames` of kube-apiserver's registries.
 */
const NAMESPACED: Record<string, readonly string[]> = {
  "": [
    ...["ConfigMap configmaps cm", "Endpoints endpoints ep", "Event events ev"],
    ...["LimitRange limitranges limits", "PersistentVolumeClaim persistentvolumeclaims pvc"],
    ...["Pod pods po", "PodTemplate podtemplates", "Secret secrets", "Service services svc"],
    ...["ReplicationController replicationcontrollers rc", "ServiceAccount serviceaccounts sa"],
    "ResourceQuota resourcequotas quota",
  ],
  apps: [
    ...["ControllerRevision controllerrevisions", "DaemonSet daemonsets ds"],
    ...["Deployment deployments deploy", "ReplicaSet replicasets rs"],
    "StatefulSet statefulsets sts",
  ],
  "authorization.k8s.io": ["LocalSubjectAccessReview localsubjectaccessreviews"],
  autoscaling: ["HorizontalPodAutoscaler horizontalpodautoscalers hpa"],
  batch: ["CronJob cronjobs cj", "Job jobs"],
  "certificates.k8s.io": ["PodCertificateRequest podcertificaterequests"],
  "coordination.k8s.io": ["Lease leases", "LeaseCandidate leasecandidates"],
  "discovery.k8s.io": ["EndpointSlice endpointslices"],
  "events.k8s.io": ["Event events ev"],
  "gateway.networking.k8s.io": [
    ...["GRPCRoute grpcroutes", "Gateway gateways gtw", "HTTPRoute httproutes"],
    "ReferenceGrant referencegrants refgrant",
  ],
  "networking.k8s.io": ["Ingress ingresses ing", "NetworkPolicy networkpolicies netpol"],
  policy: ["PodDisruptionBudget poddisruptionbudgets pdb"],
  "rbac.authorization.k8s.io": ["Role roles", "RoleBinding rolebindings"],
  "resource.k8s.io": [
    "ResourceClaim resourceclaims",
    "ResourceClaimTemplate resourceclaimtemplates",
  ],
  "storage.k8s.io": ["CSIStorageCapacity csistoragecapacities"],
};

const CLUSTER_WIDE: Record<string, readonly string[]> = {
  "": [
    ...["ComponentStatus componentstatuses cs", "Namespace namespaces ns", "Node nodes no"],
    "PersistentVolume persistentvolumes pv",
  ],
  "admissionregistration.k8s.io": [
    "MutatingAdmissionPolicy mutatingadmissionpolicies",
    "MutatingAdmissionPolicyBinding mutatingadmissionpolicybindings",
    "MutatingWebhookConfiguration mutatingwebhookconfigurations",
    "ValidatingAdmissionPolicy validatingadmissionpolicies",
    "ValidatingAdmissionPolicyBinding validatingadmissionpolicybindings",
    "ValidatingWebhookConfiguration validatingwebhookconfigurations",
  ],
  "apiextensions.k8s.io": ["CustomResourceDefinition customresourcedefinitions crd crds"],
  "apiregistration.k8s.io": ["APIService apiservices"],
  "authentication.k8s.io": ["SelfSubjectReview selfsubjectreviews", "TokenReview tokenreviews"],
  "authorization.k8s.io": [
    ...["SelfSubjectAccessReview selfsubjectaccessreviews"],
    ...["SelfSubjectRulesReview selfsubjectrulesreviews"],
    "SubjectAccessReview subjectaccessreviews",
  ],
  "certificates.k8s.io": [
    ...["CertificateSigningRequest certificatesigningrequests csr"],
    "ClusterTrustBundle clustertrustbundles",
  ],
  "flowcontrol.apiserver.k8s.io": [
    "FlowSchema flowschemas",
    "PriorityLevelConfiguration prioritylevelconfigurations",
  ],
  "gateway.networking.k8s.io": ["GatewayClass gatewayclasses gc"],
  "networking.k8s.io": [
    ...["IPAddress ipaddresses ip", "IngressClass ingressclasses"],
    "ServiceCIDR servicecidrs",
  ],
  "node.k8s.io": ["RuntimeClass runtimeclasses"],
  "rbac.authorization.k8s.io": [
    "ClusterRole clusterroles",
    "ClusterRoleBinding clusterrolebindings",
  ],
  "resource.k8s.io": [
    ...["DeviceClass deviceclasses", "DeviceTaintRule devicetaintrules"],
    "ResourceSlice resourceslices",
  ],
  "scheduling.k8s.io": ["PriorityClass priorityclasses pc"],
  "storage.k8s.io": [
    ...["CSIDriver csidrivers", "CSINode csinodes", "StorageClass storageclasses sc"],
    ...["VolumeAttachment volumeattachments"],
    "VolumeAttributesClass volumeattributesclasses vac",
  ],
};

const read = (table: typeof NAMESPACED, namespaced: boolean): ResourceKind[] =>
  Object.entries(table).flatMap(([group, rows]) =>
    rows.map((row) => {
      const [kind = "", plural = "", ...short] = row.split(" ");
      return { kind, group, plural, singular: kind.toLowerCase(), short, namespaced };
    }),
  );

/** Every kind that kubectl 1.36 may be asked for on a cluster of that version. */
export const RESOURCE_KINDS: readonly ResourceKind[] = [
  ...read(NAMESPACED, true),
  ...read(CLUSTER_WIDE, false),
];

const byName = new Map(
  RESOURCE_KINDS.toReversed().flatMap((kind) =>
    [kind.plural, kind.singular, ...kind.short].map((name) => [name, kind] as const),
  ),
);

/**
 * Finds a kind by any name that kubectl accepts.
 * @param name plural, singular or short, in any case, with or without version and group
 * @returns undefined for what is no kind of the table, such as a custom resource
 */
export function findKind(name: string): ResourceKind | undefined {
  return byName.get(name.toLowerCase().split(".")[0] ?? "");
}

/** Whether objects of a kind are in no namespace; see `findKind`. */
export const isClusterWide = (name: string): boolean => findKind(name)?.namespaced === false;
