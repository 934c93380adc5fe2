import type { Broken } from "./samples.ts";

const fault = (name: string, line: number, message: RegExp, text: string): Broken => ({
  fault: name,
  line,
  message,
  text,
});
const head = (apiVersion: string, kind: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n`;
const pod = (spec: string) => `${head("v1", "Pod")}spec:\n${spec.replace(/^/gm, "  ")}\n`;
const container = "containers:\n  - name: a\n    image: a\n";
const deploy = (fields: string, labels = "{ app: a }") =>
  `${head("apps/v1", "Deployment")}spec:\n  template: { metadata: { labels: ${labels} }, spec: { containers: [{ name: a, image: a }] } }\n${fields}\n`;
const selector = "  selector: { matchLabels: { app: a } }\n";

/** One fault for each rule on Pods and workloads that the other tables do not meet. */
export const brokenRules: readonly Broken[] = [
  fault(
    "rolling update of nothing",
    7,
    /maxSurge and maxUnavailable cannot both be 0/,
    deploy(`${selector}  strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: "0%" } }`),
  ),
  fault(
    "Recreate with rollingUpdate",
    7,
    /has no meaning with type Recreate/,
    deploy(`${selector}  strategy: { type: Recreate, rollingUpdate: { maxSurge: 1 } }`),
  ),
  fault(
    "expression against template",
    6,
    /do not match this expression on "app"/,
    deploy("  selector: { matchExpressions: [{ key: app, operator: NotIn, values: [a] }] }"),
  ),
  fault(
    "In without values",
    6,
    /In needs values/,
    deploy("  selector: { matchExpressions: [{ key: app, operator: In }] }"),
  ),
  fault(
    "Exists with values",
    6,
    /Exists takes no values/,
    deploy("  selector: { matchExpressions: [{ key: app, operator: Exists, values: [a] }] }"),
  ),
  fault(
    "bad label key",
    3,
    /"a b" is not a valid key for a label/,
    head("v1", "Namespace").replace("name: a", 'name: a, labels: { "a b": c }'),
  ),
  fault("no containers", 5, /needs at least one container/, pod("containers: []")),
  fault(
    "probe of an init container",
    5,
    /has no probes, restartPolicy: Always makes it a sidecar/,
    pod(
      `initContainers: [{ name: b, image: b, readinessProbe: { exec: { command: [a] } } }]\n${container}`,
    ),
  ),
  fault(
    "liveness probe that must succeed twice",
    8,
    /must be 1 in a livenessProbe/,
    pod(`${container}    livenessProbe: { successThreshold: 2, exec: { command: [a] } }`),
  ),
  fault(
    "two handlers of a probe",
    8,
    /cannot be set together with "exec"/,
    pod(`${container}    livenessProbe: { exec: { command: [a] }, tcpSocket: { port: 80 } }`),
  ),
  fault(
    "probe of port 0",
    8,
    /a port is a number from 1 to 65535/,
    pod(`${container}    livenessProbe: { tcpSocket: { port: 0 } }`),
  ),
  fault(
    "a number in quotes as a port",
    8,
    /not a valid port name .*write a number without quotes/,
    pod(`${container}    livenessProbe: { tcpSocket: { port: "80" } }`),
  ),
  fault(
    "hostPort 70000",
    8,
    /a port is a number/,
    pod(`${container}    ports: [{ containerPort: 80, hostPort: 70000 }]`),
  ),
  fault(
    "negative CPU",
    8,
    /must not be negative/,
    pod(`${container}    resources: { requests: { cpu: "-1" } }`),
  ),
  fault(
    "a sliver of CPU",
    8,
    /finer than a thousandth of a CPU/,
    pod(`${container}    resources: { requests: { cpu: 0.0001 } }`),
  ),
  fault(
    "a volume of nothing",
    8,
    /becomes an emptyDir, which is empty at the start and gone with the Pod/,
    pod(`${container}volumes: [{ name: a }]`),
  ),
  fault(
    "a variable from nowhere",
    8,
    /needs one of configMapKeyRef/,
    pod(`${container}    env: [{ name: A, valueFrom: {} }]`),
  ),
  fault(
    "a missing claim",
    8,
    /no PersistentVolumeClaim "b" in this set/,
    pod(`${container}volumes: [{ name: a, persistentVolumeClaim: { claimName: b } }]`),
  ),
  fault(
    "a missing ServiceAccount",
    5,
    /no ServiceAccount "b" in this set/,
    pod(`serviceAccountName: b\n${container}`),
  ),
  fault(
    "a missing pull Secret",
    5,
    /no Secret "b" in this set/,
    pod(`imagePullSecrets: [{ name: b }]\n${container}`),
  ),
  fault(
    "a missing Secret in a projection",
    8,
    /no Secret "b" in this set/,
    pod(`${container}volumes: [{ name: a, projected: { sources: [{ secret: { name: b } }] } }]`),
  ),
  fault(
    "two mounts at one place",
    8,
    /duplicate mountPath "\/a"/,
    pod(
      `${container}    volumeMounts: [{ name: a, mountPath: /a }, { name: a, mountPath: /a }]\nvolumes: [{ name: a, emptyDir: {} }]`,
    ),
  ),
  fault(
    "an image of two words",
    7,
    /an image has a name without spaces/,
    pod(container.replace("image: a", "image: a b")),
  ),
  fault(
    "a time that is none",
    3,
    /must be a time such as/,
    head("v1", "Namespace").replace("name: a", "name: a, creationTimestamp: today"),
  ),
];
