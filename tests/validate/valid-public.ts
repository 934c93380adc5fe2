import { head, pod, withSpec } from "./make.ts";

const rbac = "rbac.authorization.k8s.io/v1";
const backend = "backend: { service: { name: api-server, port: { name: http } } }";
const job =
  "{ template: { spec: { restartPolicy: Never, containers: [{ name: a, image: a:1 }] } } }";

/** What some autoscalers scale: an object of a kind that is not checked. */
const rollout = `---\n${head("argoproj.io/v1alpha1", "Rollout")}`;
const scale =
  "scaleTargetRef: { kind: Rollout, apiVersion: argoproj.io/v1alpha1, name: api-server }";

/** Forms that are seen in public manifests, look wrong, and are accepted. */
export const validPublic: Readonly<Record<string, string>> = {
  "a ServiceAccount without a namespace in a RoleBinding": `${head(rbac, "RoleBinding")}roleRef: { kind: ClusterRole, name: view }\nsubjects: [{ kind: ServiceAccount, name: api-server, apiGroup: "" }, { kind: User, name: ana }]\n`,
  "a nodePort that is unset": withSpec(
    "v1",
    "Service",
    "{ ports: [{ port: 80, nodePort: 0, name: '' }] }",
  ),
  "a probe with defaults written as 0": pod(
    "livenessProbe: { exec: { command: [a] }, timeoutSeconds: 0, periodSeconds: 0, successThreshold: 0, failureThreshold: 0 }",
  ),
  "quoted text that ends at the indent of its key": `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: api-server\n  annotations:\n    example.com/rules: '[\n      {"path": "/"},\n      {"path": "/it''s"}\n    ]'\n    example.com/more: "[\n1,\n2\n]"\ndata: {}\n`,
  "an autoscaler of version 1":
    withSpec(
      "autoscaling/v1",
      "HorizontalPodAutoscaler",
      `{ maxReplicas: 3, ${scale}, targetCPUUtilizationPercentage: 80 }`,
    ) + rollout,
  "a route of version v1beta1": withSpec(
    "gateway.networking.k8s.io/v1beta1",
    "HTTPRoute",
    "{ parentRefs: [{ name: public, namespace: infra }], hostnames: ['*.example.com'], rules: [{ matches: [{ path: { type: RegularExpression, value: '^/v[12]' } }], filters: [{ type: RequestRedirect, requestRedirect: { path: { type: ReplaceFullPath, replaceFullPath: / } } }] }] }",
  ),
  "an empty value beside valueFrom": pod(
    "env: [{ name: A, value: '', valueFrom: { fieldRef: { fieldPath: \"metadata.labels['app']\" } } }]",
  ),
  "an annotation with a prefix in capitals": head("v1", "Namespace").replace(
    "name: api-server",
    'name: api-server, annotations: { "Example.COM/owner": a }',
  ),
  "hosts of every form": withSpec(
    "networking.k8s.io/v1",
    "Ingress",
    `{ tls: [{ hosts: [10.0.0.7, "*.example.com"] }], rules: [{ host: "*.example.com", http: { paths: [{ pathType: ImplementationSpecific, ${backend} }, { path: "/a(/|$)(.*)", pathType: ImplementationSpecific, ${backend} }, { path: "/a//b", pathType: ImplementationSpecific, ${backend} }] } }, { host: "" , http: { paths: [{ path: /, pathType: Prefix, ${backend} }] } }] }`,
  ).replaceAll(
    "service: { name: api-server, port: { name: http } }",
    "resource: { kind: Bucket, name: a }",
  ),
  "two selectors of one peer": withSpec(
    "networking.k8s.io/v1",
    "NetworkPolicy",
    "{ podSelector: {}, ingress: [{ from: [{ podSelector: {}, namespaceSelector: {} }, { ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }], ports: [{}] }] }",
  ),
  "rules for paths, and for all": `${head(rbac, "ClusterRole")}rules: [{ nonResourceURLs: [/healthz, /metrics], verbs: [get] }, { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }]\n`,
  "a schedule with an alias for its zone": withSpec(
    "batch/v1",
    "CronJob",
    `{ schedule: "*/61 0-23/2 ? * SUN-FRI", timeZone: US/Pacific, jobTemplate: { spec: ${job} } }`,
  ),
  "modes in octal": pod(
    "",
    "volumes: [{ name: a, emptyDir: {} }, { name: b, downwardAPI: { defaultMode: 0400 } }, { name: c, downwardAPI: { defaultMode: 420 } }, { name: d, downwardAPI: { defaultMode: 0620 } }]",
  ),
  "tolerations of everything": pod(
    "",
    "tolerations: [{ operator: Exists }, { key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 60, value: '' }, { key: b, value: '' }]",
  ),
  "a GPU": pod("resources: { limits: { nvidia.com/gpu: 1 } }"),
  "an external name with a dot at its end": withSpec(
    "v1",
    "Service",
    "{ type: ExternalName, externalName: db.example.com. }",
  ),
  "a Secret for an image registry": `${head("v1", "Secret")}type: kubernetes.io/dockerconfigjson\ndata: { .dockerconfigjson: eyJhdXRocyI6e319 }\n`,
  "a quota of other resources": withSpec(
    "v1",
    "ResourceQuota",
    '{ hard: { count/deployments.apps: "4", requests.nvidia.com/gpu: 4, gold.storageclass.storage.k8s.io/requests.storage: 5Gi, requests.cpu: 1500m, pods: "10" } }',
  ),
  "an object metric with a share for each Pod":
    withSpec(
      "autoscaling/v2",
      "HorizontalPodAutoscaler",
      `{ maxReplicas: 3, ${scale}, metrics: [{ type: Object, object: { metric: { name: requests }, describedObject: { kind: Ingress, name: a }, target: { type: AverageValue, averageValue: 10 } } }] }`,
    ) + rollout,
};
