/** Objects that make no Pods, or say more of them than usual. */
export const validObjects: Readonly<Record<string, string>> = {
  "a Gateway and an HTTPRoute": `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public }
spec:
  gatewayClassName: example
  listeners:
    - { name: http, port: 80, protocol: HTTP, allowedRoutes: { namespaces: { from: All } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: a }
spec:
  parentRefs: [{ name: public, sectionName: http }]
  rules:
    - matches: [{ path: { type: PathPrefix, value: /old }, method: GET }]
      filters: [{ type: RequestRedirect, requestRedirect: { scheme: https, statusCode: 301 } }]
    - timeouts: { request: 10s }
`,
  "RBAC, with a colon in a name": `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: "app:reader" }
rules: [{ apiGroups: [""], resources: [pods, pods/log], verbs: [get, list, watch] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: "app:reader" }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: "app:reader" }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
`,
  "a budget, a quota and a range": `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a }
spec: { minAvailable: 50%, selector: { matchLabels: { app: a } } }
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: a }
spec: { hard: { requests.cpu: "4", count/deployments.apps: 5, pods: 20 } }
---
apiVersion: v1
kind: LimitRange
metadata: { name: a }
spec: { limits: [{ type: Container, default: { memory: 256Mi }, defaultRequest: { cpu: 100m } }] }
`,
  "a Secret in both forms, and its use": `
apiVersion: v1
kind: Secret
metadata: { name: db-secret }
type: Opaque
data: { password: cGFzc3dvcmQ= }
stringData: { url: "postgres://db:5432/app" }
---
apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  containers:
    - name: a
      image: a
      env:
        - { name: URL, valueFrom: { secretKeyRef: { name: db-secret, key: url } } }
        - { name: spring.config.name, value: "yes" }
        - name: POD_NAME
          valueFrom: { fieldRef: { fieldPath: metadata.name } }
        - name: MAYBE
          valueFrom: { configMapKeyRef: { name: absent, key: a, optional: true } }
      envFrom: [{ prefix: DB_, secretRef: { name: db-secret } }]
`,
  "two metrics of an HPA, and its behaviour": `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: a }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }
  maxReplicas: 5
  metrics:
    - { type: Resource, resource: { name: memory, target: { type: AverageValue, averageValue: 500Mi } } }
    - { type: Pods, pods: { metric: { name: rps }, target: { type: AverageValue, averageValue: 1k } } }
  behavior: { scaleDown: { selectPolicy: Min, policies: [{ type: Percent, value: 10, periodSeconds: 60 }] } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: a }
spec:
  selector: { matchLabels: { app: a } }
  template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: a }] } }
`,
  "a Service without a selector, one of a name outside": `
apiVersion: v1
kind: Service
metadata: { name: legacy }
spec: { ports: [{ port: 5432 }] }
---
apiVersion: v1
kind: Service
metadata: { name: mail }
spec: { type: ExternalName, externalName: smtp.example.com }
`,
  "a List, and an object with a status": `
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: { name: data, creationTimestamp: null, annotations: { example.com/note: "true" } }
    spec: { accessModes: [ReadWriteOncePod], resources: { requests: { storage: 10Gi } }, storageClassName: "" }
    status: { phase: Bound }
`,
  "a DaemonSet with tolerations and affinity": `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent }
spec:
  updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 10% } }
  selector: { matchLabels: { app.kubernetes.io/name: agent } }
  template:
    metadata: { labels: { app.kubernetes.io/name: agent } }
    spec:
      tolerations: [{ operator: Exists }, { key: a, operator: Equal, value: b, effect: NoSchedule }]
      hostNetwork: true
      volumes: [{ name: log, hostPath: { path: /var/log, type: Directory } }]
      containers:
        - name: agent
          image: agent
          securityContext: { runAsUser: 0, capabilities: { add: [NET_ADMIN] } }
          volumeMounts: [{ name: log, mountPath: /var/log, readOnly: true }]
          lifecycle: { preStop: { sleep: { seconds: 5 } } }
`,
};
