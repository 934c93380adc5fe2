const inCore =
  "Binding ComponentStatus Endpoints Event Node PersistentVolume PodTemplate ReplicationController";

/**
 * The kinds of Kubernetes 1.36 and of the Gateway API that the schema leaves out, by apiVersion.
 * Source: kubernetes staging/src/k8s.io/api/<group>/<version>/register.go, gateway-api apis/.
 */
const others: Readonly<Record<string, string>> = {
  v1: inCore,
  "admissionregistration.k8s.io/v1":
    "MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration",
  "apiextensions.k8s.io/v1": "CustomResourceDefinition",
  "apiregistration.k8s.io/v1": "APIService",
  "apps/v1": "ControllerRevision",
  "authentication.k8s.io/v1": "SelfSubjectReview TokenRequest TokenReview",
  "authorization.k8s.io/v1":
    "LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview",
  "autoscaling/v1": "HorizontalPodAutoscaler Scale",
  "certificates.k8s.io/v1": "CertificateSigningRequest",
  "coordination.k8s.io/v1": "Lease",
  "discovery.k8s.io/v1": "EndpointSlice",
  "events.k8s.io/v1": "Event",
  "flowcontrol.apiserver.k8s.io/v1": "FlowSchema PriorityLevelConfiguration",
  "gateway.networking.k8s.io/v1":
    "BackendTLSPolicy GRPCRoute GatewayClass ListenerSet ReferenceGrant TCPRoute TLSRoute UDPRoute",
  "gateway.networking.k8s.io/v1beta1": "Gateway GatewayClass HTTPRoute ReferenceGrant",
  "networking.k8s.io/v1": "IPAddress ServiceCIDR",
  "node.k8s.io/v1": "RuntimeClass",
  "policy/v1": "Eviction",
  "resource.k8s.io/v1": "DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice",
  "scheduling.k8s.io/v1": "PriorityClass",
  "storage.k8s.io/v1":
    "CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment VolumeAttributesClass",
};

/** Names that end like the groups of Kubernetes, and are groups of projects beside it. */
const besideIt = /(?:^|\.)(?:gateway\.networking|metrics|snapshot\.storage|x)\.k8s\.io$/;

/** Whether an apiVersion is Kubernetes' own, so that no custom resource can be in it. */
export function isBuiltInGroup(apiVersion: string): boolean {
  const [group = "", version] = apiVersion.split("/");
  // The group of a custom resource is a domain, with a dot in it.
  if (version === undefined || !group.includes(".")) return true;
  return Object.keys(others).some((one) => one.startsWith(`${group}/`)) && !besideIt.test(group);
}

/** Whether Kubernetes or the Gateway API has this kind, though it is not checked here. */
export function isOtherKind(apiVersion: string, kind: string): boolean {
  return others[apiVersion]?.split(" ").includes(kind) ?? false;
}

/** The kinds of an apiVersion that are not checked here. */
export const otherKinds = (apiVersion: string): string[] => others[apiVersion]?.split(" ") ?? [];

/** The apiVersions that have a kind which is not checked here. */
export const versionsOfOther = (kind: string): string[] =>
  Object.keys(others).filter((apiVersion) => isOtherKind(apiVersion, kind));
