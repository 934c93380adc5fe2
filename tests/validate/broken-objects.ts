import type { Broken } from "./samples.ts";

const fault = (name: string, line: number, message: RegExp, text: string): Broken => ({
  fault: name,
  line,
  message,
  text,
});
const head = (apiVersion: string, kind: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n`;
const service = (spec: string) => `${head("v1", "Service")}spec:\n  ${spec}\n`;
const deploy = (fields: string, labels = "{ app: a }") =>
  `${head("apps/v1", "Deployment")}spec:\n  template: { metadata: { labels: ${labels} }, spec: { containers: [{ name: a, image: a }] } }\n${fields}\n`;
const selector = "  selector: { matchLabels: { app: a } }\n";
const hpa = (target: string) =>
  `${head("autoscaling/v2", "HorizontalPodAutoscaler")}spec:\n  maxReplicas: 3\n  scaleTargetRef: ${target}\n`;

/** One fault for each rule on other kinds that the other tables do not meet. */
export const brokenObjects: readonly Broken[] = [
  fault("Service without ports", 4, /needs at least one port/, service("type: ClusterIP")),
  fault(
    "ExternalName without a name",
    4,
    /type ExternalName needs externalName/,
    service("type: ExternalName"),
  ),
  fault(
    "Secret in plain text",
    4,
    /is not base64, put plain text under stringData/,
    `${head("v1", "Secret")}data: { password: hunter-2 }\n`,
  ),
  fault(
    "budget with two bounds",
    4,
    /cannot be set together with "minAvailable"/,
    `${head("policy/v1", "PodDisruptionBudget")}spec: { minAvailable: 1, maxUnavailable: 1 }\n`,
  ),
  fault(
    "claim without a size",
    4,
    /needs requests.storage/,
    `${head("v1", "PersistentVolumeClaim")}spec: { accessModes: [ReadWriteOnce], resources: {} }\n`,
  ),
  fault(
    "bad access mode",
    4,
    /did you mean "ReadWriteOnce"\?/,
    `${head("v1", "PersistentVolumeClaim")}spec: { accessModes: [ReadWriteonce], resources: { requests: { storage: 1Gi } } }\n`,
  ),
  fault(
    "account without a namespace",
    5,
    /a ServiceAccount needs its namespace in a ClusterRoleBinding/,
    `${head("rbac.authorization.k8s.io/v1", "ClusterRoleBinding")}roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }\nsubjects: [{ kind: ServiceAccount, name: a }]\n`,
  ),
  fault(
    "binding of a missing Role",
    4,
    /no Role "b" in this set/,
    `${head("rbac.authorization.k8s.io/v1", "RoleBinding")}roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: b }\n`,
  ),
  fault(
    "HPA of a DaemonSet",
    6,
    /cannot scale a DaemonSet/,
    hpa("{ apiVersion: apps/v1, kind: DaemonSet, name: a }"),
  ),
  fault(
    "HPA of a misspelt kind",
    6,
    /cannot scale a Deploymet, did you mean "Deployment"\?/,
    hpa("{ apiVersion: apps/v1, kind: Deploymet, name: a }"),
  ),
  fault(
    "HPA without the apiVersion of its target",
    14,
    /the field "apiVersion" is needed to find the target/,
    `${deploy(selector)}---\n${hpa("{ kind: Deployment, name: a }")}`,
  ),
  fault(
    "HPA of another version",
    14,
    /the Deployment is in apps\/v1/,
    `${deploy(selector)}---\n${hpa("{ apiVersion: v1, kind: Deployment, name: a }")}`,
  ),
  fault(
    "Gateway without its certificate",
    4,
    /no Secret "tls" in this set/,
    `${head("gateway.networking.k8s.io/v1", "Gateway")}spec: { gatewayClassName: a, listeners: [{ name: a, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: tls }] } }] }\n`,
  ),
  fault(
    "redirect with status 200",
    4,
    /must be one of the numbers 301, 302/,
    `${head("gateway.networking.k8s.io/v1", "HTTPRoute")}spec: { rules: [{ filters: [{ type: RequestRedirect, requestRedirect: { statusCode: 200 } }] }] }\n`,
  ),
  fault(
    "filter without its field",
    4,
    /type URLRewrite needs the field "urlRewrite"/,
    `${head("gateway.networking.k8s.io/v1", "HTTPRoute")}spec: { rules: [{ filters: [{ type: URLRewrite }] }] }\n`,
  ),
  fault(
    "Ingress path without a slash",
    4,
    /must start with "\/"/,
    `${head("networking.k8s.io/v1", "Ingress")}spec: { rules: [{ http: { paths: [{ path: a, pathType: Prefix, backend: { resource: { kind: a, name: a } } }] } }] }\n`,
  ),
  fault(
    "PodSecurityPolicy",
    2,
    /PodSecurityPolicy was removed in Kubernetes 1.25/,
    head("policy/v1beta1", "PodSecurityPolicy"),
  ),
  fault(
    "CronJob with a long name",
    3,
    /a CronJob's has at most 52/,
    `${head("batch/v1", "CronJob").replace("name: a", `name: ${"a".repeat(53)}`)}spec: { schedule: "@daily", jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: a }] } } } } }\n`,
  ),
];
