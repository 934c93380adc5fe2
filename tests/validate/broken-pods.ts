import { inLine4, pod, withSpec } from "./make.ts";

const inPod = (spec: string) => pod("", spec);
const claim = (spec: string) => withSpec("v1", "PersistentVolumeClaim", `{ ${spec} }`);
const mount = (fields: string) =>
  pod(
    `volumeMounts: [{ name: a, mountPath: /a, ${fields} }]`,
    "volumes: [{ name: a, emptyDir: {} }]",
  );

/** Faults in containers, volumes and scheduling, and warnings of what does not start. */
export const brokenPods = [
  ...inLine4(pod, {
    "securityContext: { privileged: true, allowPrivilegeEscalation: false }":
      /cannot be false in a container with privileged: true/,
    "securityContext: { allowPrivilegeEscalation: false, capabilities: { add: [CAP_SYS_ADMIN] } }":
      /cannot be false in a container that adds CAP_SYS_ADMIN/,
    "securityContext: { fsGroup: 1000 }": /it belongs under spec\.securityContext/,
    "env: [{ name: A, valueFrom: { configMap: { name: a, key: b } } }]":
      /write configMapKeyRef, with name and key/,
    "env: [{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.label } } }]":
      /a variable cannot have "metadata\.label"/,
    "env: [{ name: A, valueFrom: { resourceFieldRef: { resource: memory } } }]":
      /a variable cannot have "memory", such as limits\.memory/,
    "args: [--bind-address=::]": /must be a string, not a map, the colon at the end/,
    "command: node server.js": /write it as a list: \["node", "server\.js"\]/,
    "readinessProbe: { exec: { command: [a] }, terminationGracePeriodSeconds: 5 }":
      /is not for a readinessProbe/,
    "livenessProbe: { exec: { command: [a] }, periodSeconds: -1 }": /must be 0 or more/,
    "resources: { requests: { nvidia.com/gpu: 1 } }": /needs a limit too/,
    "resources: { limits: { nvidia.com/gpu: 0.5 } }": /must be a whole number/,
    "ports: [{ port: 8000 }]": /write containerPort/,
  }),
  ...inLine4(mount, {
    "subPath: ../etc": /must not contain "\.\."/,
    "subPath: /etc": /must be a relative path/,
    "subPath: a, subPathExpr: b": /cannot be set together with "subPath"/,
  }),
  ...inLine4(inPod, {
    "securityContext: { readOnlyRootFilesystem: true }":
      /it belongs under spec\.containers\[\]\.securityContext/,
    "securityContext: { capabilities: { drop: [ALL] } }": /containers\[\]\.securityContext/,
    "volumes: [{ name: a, secret: { secretName: a, defaultMode: 644 } }]":
      /644 is no mode: .* write it in octal: 0644/,
    "volumes: [{ name: a, configMap: { name: a, items: [{ key: a, path: ../b }] } }]":
      /must not contain "\.\."/,
    "volumes: [{ name: a, secret: { name: a } }]": /write secretName/,
    "hostNetwork: true, initContainers: [{ name: b, image: b:1, lifecycle: { preStop: { sleep: { seconds: 1 } } } }]":
      /has no lifecycle/,
    "dnsPolicy: None": /None needs dnsConfig\.nameservers/,
    "tolerations: [{ key: a, operator: Exists, value: b }]": /operator Exists takes no value/,
    "tolerations: [{ value: b }]": /without a key the operator must be Exists/,
    "tolerations: [{ key: a, operator: Exists, tolerationSeconds: 5 }]": /needs effect: NoExecute/,
    "affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } }":
      /needs at least one term/,
    "affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: In }] }] } } }":
      /In needs values/,
    "hostAliases: [{ ip: db, hostnames: [db] }]": /"db" is not an IP address/,
    "terminationGracePeriodSeconds: -1": /must be 0 or more/,
  }),
  ...inLine4(inPod, {
    "securityContext: { runAsNonRoot: true, runAsUser: 0 }":
      /user 0 is root, .* the container does not start/,
    "volumes: [{ name: a, configMap: { name: a, defaultMode: 400 } }]":
      /400 is a decimal number, in octal 0620, write it in octal: 0400/,
  }).map((one) => ({ ...one, level: "warning" as const })),
  ...inLine4(claim, {
    "accessModes: [], resources: { requests: { storage: 1Gi } }": /at least one access mode/,
    "accessModes: [ReadWriteOncePod, ReadWriteOnce], resources: { requests: { storage: 1Gi } }":
      /must be the only access mode/,
    "accessModes: [ReadWriteOnce], resources: { requests: { cpu: 1 } }":
      /spec\.resources\.requests: needs requests\.storage/,
  }),
];
