import { at, listAt, type ApiObject } from "../objects.ts";

type Fields = Record<string, unknown>;

function fill(target: Fields, defaults: Fields): void {
  for (const [name, value] of Object.entries(defaults)) {
    target[name] ??= structuredClone(value);
  }
}

function record(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

/** Kubernetes pulls `:latest` and untagged images each time. */
function pullPolicy(image: string): string {
  const tag = /:([^/@]+)$/.exec(image.replace(/@.*$/, ""))?.[1];
  const pinned = image.includes("@") || (tag !== undefined && tag !== "latest");
  return pinned ? "IfNotPresent" : "Always";
}

function defaultProbe(value: unknown): void {
  const probe = record(value);
  if (!probe) return;
  fill(probe, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 });
  const http = record(probe["httpGet"]);
  if (http) fill(http, { path: "/", scheme: "HTTP" });
}

function defaultContainer(container: Fields): void {
  const image = typeof container["image"] === "string" ? container["image"] : "";
  fill(container, {
    imagePullPolicy: pullPolicy(image),
    resources: {},
    terminationMessagePath: "/dev/termination-log",
    terminationMessagePolicy: "File",
  });
  for (const port of listAt(container, "ports")) fill(port, { protocol: "TCP" });
  for (const probe of ["livenessProbe", "readinessProbe", "startupProbe"]) {
    defaultProbe(container[probe]);
  }
  for (const variable of listAt(container, "env")) {
    const field = record(at(variable, "valueFrom", "fieldRef"));
    if (field) fill(field, { apiVersion: "v1" });
  }
  // A limit without a request is the request, too.
  const limits = record(at(container, "resources", "limits"));
  if (limits) {
    const resources = container["resources"] as Fields;
    resources["requests"] = { ...limits, ...record(resources["requests"]) };
  }
}

function defaultPodSpec(value: unknown): void {
  const spec = record(value);
  if (!spec) return;
  fill(spec, {
    dnsPolicy: "ClusterFirst",
    restartPolicy: "Always",
    schedulerName: "default-scheduler",
    securityContext: {},
    terminationGracePeriodSeconds: 30,
  });
  for (const container of [...listAt(spec, "containers"), ...listAt(spec, "initContainers")]) {
    defaultContainer(container);
  }
  for (const volume of listAt(spec, "volumes")) {
    for (const source of ["configMap", "secret"]) {
      const files = record(volume[source]);
      if (files) fill(files, { defaultMode: 420 });
    }
  }
}

/**
 * Fills the fields that the Kubernetes API server fills when they are left out.
 * @param object an object of any kind; it is changed
 */
export function setDefaults(object: ApiObject): void {
  const spec = record(object["spec"]);
  if (object.kind === "Pod") defaultPodSpec(spec);
  if (object.kind === "Deployment" && spec) {
    fill(spec, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 });
    fill(spec, { strategy: { type: "RollingUpdate" } });
    defaultPodSpec(at(spec, "template", "spec"));
  }
  if (object.kind === "ReplicaSet") defaultPodSpec(at(spec, "template", "spec"));
  if (object.kind === "Service" && spec) {
    fill(spec, { type: "ClusterIP", sessionAffinity: "None", internalTrafficPolicy: "Cluster" });
    for (const port of listAt(spec, "ports")) {
      fill(port, { protocol: "TCP", targetPort: port["port"] });
    }
  }
  if (object.kind === "Secret") {
    fill(object, { type: "Opaque" });
    // stringData is write-only: the server keeps it as base64 in data.
    const plain = record(object["stringData"]);
    if (plain) {
      const bytes = (text: unknown) => new TextEncoder().encode(String(text));
      const encoded = Object.entries(plain).map(([key, text]) => [
        key,
        btoa(String.fromCharCode(...bytes(text))),
      ]);
      object["data"] = { ...record(object["data"]), ...Object.fromEntries(encoded) };
      delete object["stringData"];
    }
  }
}
