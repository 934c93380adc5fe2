import { validPublic } from "./valid-public.ts";
import { validObjects } from "./valid-objects.ts";

/** Manifests that look unusual, and are right. */
export const valid: Readonly<Record<string, string>> = {
  ...validObjects,
  ...validPublic,
  "named targetPort": `
apiVersion: v1
kind: Service
metadata: { name: a }
spec:
  selector: { app: a }
  ports: [{ port: 80, targetPort: web }]
---
apiVersion: v1
kind: Pod
metadata: { name: a, labels: { app: a } }
spec:
  containers: [{ name: a, image: a, ports: [{ name: web, containerPort: 8000 }] }]
`,
  "percentages and numbers": `
apiVersion: apps/v1
kind: Deployment
metadata: { name: a }
spec:
  strategy: { rollingUpdate: { maxSurge: "25%", maxUnavailable: 0 } }
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a, tier: "1" } }
    spec: { containers: [{ name: a, image: a }] }
`,
  "block scalars": `
apiVersion: v1
kind: ConfigMap
metadata:
  name: a.b-c
data:
  config.json: |
    { "tab": "\t", "a: b": [1, 2] }
  folded: >-
    one
    two
  keep: |+
    text

  empty: ""
`,
  "several documents, comments and markers": `# first
---
apiVersion: v1
kind: Namespace
metadata:
  name: shop # a comment
---
# nothing here
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop }
...
`,
  "anchors, aliases and a merge": `
apiVersion: apps/v1
kind: Deployment
metadata: { name: a, labels: &labels { app: a } }
spec:
  selector: { matchLabels: *labels }
  template:
    metadata: { labels: *labels }
    spec:
      containers:
        - &base { name: a, image: a, resources: { requests: { cpu: 1 } } }
        - <<: *base
          name: b
`,
  "empty selectors in a NetworkPolicy": `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny }
spec: { podSelector: {}, policyTypes: [Ingress, Egress], egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 53, protocol: UDP }, { port: 8000, endPort: 8010 }] }] }
`,
  "quantities of every form": `
apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  containers:
    - name: a
      image: registry.example.com:5000/a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
      resources:
        requests: { cpu: 0.5, memory: 1e3, ephemeral-storage: 500Mi, example.com/gpu: 1 }
        limits: { cpu: 1500m, memory: "1.5Gi", ephemeral-storage: 2E, example.com/gpu: 1 }
`,
  "a sidecar with a probe, and mounts": `
apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  initContainers:
    - name: ship
      image: ship
      restartPolicy: Always
      startupProbe: { tcpSocket: { port: metrics }, failureThreshold: 30 }
      ports: [{ name: metrics, containerPort: 9090 }]
      volumeMounts: [{ name: shared, mountPath: /shared }]
  containers:
    - { name: a, image: a, command: ["sh", "-c", "echo yes: no"], volumeMounts: [{ name: shared, mountPath: /s }] }
  volumes: [{ name: shared, emptyDir: {} }]
`,
  "a Job": `
apiVersion: batch/v1
kind: Job
metadata: { generateName: migrate- }
spec:
  backoffLimit: 0
  completions: 3
  completionMode: Indexed
  template: { spec: { restartPolicy: OnFailure, containers: [{ name: a, image: a }] } }
`,
  "a CronJob": `
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  schedule: "*/15 0-6 * JAN-MAR mon"
  timeZone: Etc/UTC
  concurrencyPolicy: Forbid
  suspend: yes
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: a }] } } } }
`,
  "a StatefulSet with volumeClaimTemplates": `
apiVersion: v1
kind: Service
metadata: { name: db }
spec: { clusterIP: None, selector: { app: db } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  updateStrategy: { type: OnDelete }
  selector: { matchExpressions: [{ key: app, operator: In, values: [db] }] }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: db, image: "postgres:17", volumeMounts: [{ name: data, mountPath: /data }] }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`,
};
