import { head, inLine4, withSpec } from "./make.ts";

const rbac = (kind: string) => (text: string) =>
  `${head("rbac.authorization.k8s.io/v1", kind)}${text}\n`;
const ref = "roleRef: { kind: ClusterRole, name: view }\n";
const secret = (text: string) => `${head("v1", "Secret")}${text}\n`;
const quota = (hard: string) => withSpec("v1", "ResourceQuota", `{ hard: { ${hard} } }`);
const limits = (item: string) => withSpec("v1", "LimitRange", `{ limits: [{ ${item} }] }`);
const bound = (subject: string) => `subjects: [{ ${subject} }]\n${ref}`;

/** Faults in RBAC, Secrets, quotas and limits. */
export const brokenAccess = [
  ...inLine4(rbac("Role"), {
    "rules: [{ resources: [pods], verbs: [get] }]": /a rule needs apiGroups, .*apiGroups: \[""\]/,
    "rules: [{ apiGroups: [], resources: [pods], verbs: [get] }]": /a rule needs apiGroups/,
    'rules: [{ apiGroups: [""], verbs: [get] }]': /a rule needs resources/,
    'rules: [{ apiGroups: [""], resources: [pods], verbs: [] }]': /needs at least one verb/,
    "rules: [{ nonResourceURLs: [/healthz], verbs: [get] }]": /is only for a ClusterRole/,
    'rules: [{ apiGroups: [""], resources: [pods, services], resourceNames: [a], verbs: [get] }]':
      /resourceNames go with one resource/,
  }),
  ...inLine4(rbac("ClusterRole"), {
    "rules: [{ apiGroups: [apps], nonResourceURLs: [/healthz], verbs: [get] }]":
      /cannot be set together with "apiGroups"/,
  }),
  ...inLine4((subject) => rbac("RoleBinding")(bound(subject)), {
    "kind: ServiceAccount, name: a, apiGroup: rbac.authorization.k8s.io":
      /the apiGroup of a ServiceAccount is "", remove it/,
    "kind: User, name: ana, apiGroup: v1": /the apiGroup of a User is "rbac/,
  }),
  ...inLine4((text) => rbac("RoleBinding")(text), {
    "roleRef: { apiGroup: rbac, kind: ClusterRole, name: view }": /must be "rbac\.authorization/,
    "roleRef: { kind: ClusterRole, name: a/b }": /no "\/" and no "%"/,
  }),
  ...inLine4((text) => rbac("ClusterRoleBinding")(text), {
    "roleRef: { kind: Role, name: view }": /a ClusterRoleBinding takes a ClusterRole/,
  }),
  ...inLine4(secret, {
    "type: kubernetes.io/tls\nstringData: { tls.crt: a }": /needs the key "tls\.key"/,
    "type: kubernetes.io/basic-auth\nstringData: { user: a }": /"username" or "password"/,
    "type: kubernetes.io/service-account-token": /needs the annotation/,
    'stringData: { .dockerconfigjson: "user:pass" }\ntype: kubernetes.io/dockerconfigjson':
      /must be JSON such as/,
    "data: { .dockerconfigjson: dXNlcg== }\ntype: kubernetes.io/dockerconfigjson":
      /must be JSON such as/,
  }),
  ...inLine4((text) => `${head("v1", "ConfigMap")}${text}\n`, {
    "binaryData: { a: aGk= }\ndata: { a: b }": /the key "a" is in data too/,
    "binaryData: { a: h-i }": /is not base64/,
  }),
  ...inLine4(quota, {
    'pods: "1.5"': /must be a whole number/,
    "pod: 5": /a quota knows no "pod", did you mean "pods"\?/,
    "requests.cpu: -1": /must not be negative/,
  }),
  ...inLine4(limits, {
    "type: Container, default: { cpu: 2 }, max: { cpu: 1 }": /default\.cpu is above max\.cpu/,
    "type: Container, min: { memory: 1Gi }, max: { memory: 1Mi }": /min\.memory is above/,
    "type: Container, defaultRequest: { cpu: 2 }, default: { cpu: 1 }": /above default\.cpu/,
    "type: Pod, default: { cpu: 1 }": /is not allowed for type Pod/,
  }),
];
