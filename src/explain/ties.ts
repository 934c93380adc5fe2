import { entries, entry, get, items, scalar, strings, text, type Node } from "../validate/tree.ts";
import type { Manifest } from "./read.ts";

/** Two fields that have to agree. */
export interface Pair {
  ends: readonly [End, End];
  /** What is said at each end; `{}` stands for the other. */
  say: readonly [string, string];
}

/** A field of a manifest. */
interface End {
  manifest: Manifest;
  /** Its path with indexes. */
  path: string;
}

type Tell = (
  a: [Manifest, Node | undefined],
  b: [Manifest, Node | undefined],
  sayA: string,
  sayB?: string,
) => void;

const EQUAL = "Must equal {}.";

/** The template of the Pods that an object runs, or the Pod itself. */
function podOf({ kind, root }: Manifest): Node | undefined {
  if (kind === "Pod") return root;
  const job = kind === "CronJob" ? get(root, "spec", "jobTemplate") : root;
  return get(job, "spec", "template");
}

const labelsOf = (manifest: Manifest) => get(podOf(manifest), "metadata", "labels");

function containersOf(manifest: Manifest): Node[] {
  const spec = get(podOf(manifest), "spec");
  return [...items(get(spec, "initContainers")), ...items(get(spec, "containers"))];
}

function probePorts(container: Node): Node[] {
  return ["startupProbe", "readinessProbe", "livenessProbe"].flatMap((probe) =>
    ["httpGet", "tcpSocket", "grpc"].flatMap(
      (action) => get(container, probe, action, "port") ?? [],
    ),
  );
}

/** The ports of a container that a number or a name means. */
function portsOf(container: Node, wanted: Node): Node[] {
  const value = scalar(wanted);
  const field = typeof value === "string" ? "name" : "containerPort";
  return items(get(container, "ports"))
    .flatMap((port) => get(port, field) ?? [])
    .filter((port) => scalar(port) === value);
}

/** Inside one workload: selector and labels, probes and ports, mounts and volumes. */
function inside(manifest: Manifest, tell: Tell): void {
  const selector = get(manifest.root, "spec", "selector", "matchLabels");
  const labels = labelsOf(manifest);
  if (selector && labels) {
    const say = "Every label here must be found in {}.";
    tell([manifest, selector], [manifest, labels], say, "Must hold every label of {}.");
  }
  for (const { key, value } of entries(selector)) {
    tell([manifest, value], [manifest, entry(labels, key)?.value], EQUAL);
  }
  const volumes = items(get(podOf(manifest), "spec", "volumes"));
  for (const container of containersOf(manifest)) {
    for (const probe of probePorts(container)) {
      const say = "Must be a port that the container listens on, here {}.";
      for (const port of portsOf(container, probe)) {
        tell([manifest, probe], [manifest, port], say, "Probed by {}.");
      }
    }
    for (const mount of items(get(container, "volumeMounts"))) {
      const volume = volumes.find((one) => text(one, "name") === text(mount, "name"));
      const say = "Names a volume: must equal {}.";
      tell([manifest, get(mount, "name")], [manifest, get(volume, "name")], say, "Mounted by {}.");
    }
  }
}

/** A Service and the Pods that it sends requests to. */
function serves(service: Manifest, workload: Manifest, tell: Tell): void {
  const selector = get(service.root, "spec", "selector");
  const labels = labelsOf(workload);
  const has = strings(labels);
  const wants = strings(selector);
  if (wants.size === 0 || [...wants].some(([key, value]) => has.get(key) !== value)) return;
  const selects = "Selects the Pods that carry every label here: see {}.";
  tell([service, selector], [workload, labels], selects, "The Service selects Pods by {}.");
  for (const { key, value } of entries(selector)) {
    tell([service, value], [workload, entry(labels, key)?.value], EQUAL);
  }
  for (const port of items(get(service.root, "spec", "ports"))) {
    // A Service without targetPort sends to the port of the same number.
    const target = get(port, "targetPort") ?? get(port, "port");
    if (!target) continue;
    for (const container of containersOf(workload)) {
      const found = portsOf(container, target);
      const say = "Requests go to this port of the container: {}.";
      for (const one of found) tell([service, target], [workload, one], say, "Reached through {}.");
      for (const probe of probePorts(container)) {
        if (scalar(probe) !== scalar(target)) continue;
        tell([service, target], [workload, probe], "Probed at {}.", "Reached through {}.");
      }
    }
  }
}

interface Reference {
  kind: "ConfigMap" | "Secret";
  name: Node | undefined;
  key?: Node | undefined;
}

function referencesOf(manifest: Manifest): Reference[] {
  const found: Reference[] = [];
  for (const container of containersOf(manifest)) {
    for (const env of items(get(container, "env"))) {
      const map = get(env, "valueFrom", "configMapKeyRef");
      const secret = get(env, "valueFrom", "secretKeyRef");
      found.push({ kind: "ConfigMap", name: get(map, "name"), key: get(map, "key") });
      found.push({ kind: "Secret", name: get(secret, "name"), key: get(secret, "key") });
    }
    for (const source of items(get(container, "envFrom"))) {
      found.push({ kind: "ConfigMap", name: get(source, "configMapRef", "name") });
      found.push({ kind: "Secret", name: get(source, "secretRef", "name") });
    }
  }
  for (const volume of items(get(podOf(manifest), "spec", "volumes"))) {
    found.push({ kind: "ConfigMap", name: get(volume, "configMap", "name") });
    found.push({ kind: "Secret", name: get(volume, "secret", "secretName") });
  }
  return found.filter(({ name }) => name !== undefined);
}

/** Environment and volumes, and the ConfigMap or Secret that they take their values from. */
function configures(workload: Manifest, source: Manifest, tell: Tell): void {
  for (const { kind, name, key } of referencesOf(workload)) {
    if (kind !== source.kind || text(name) !== source.name) continue;
    const own = get(source.root, "metadata", "name");
    tell([workload, name], [source, own], `Names the ${kind}: must equal {}.`, "Named by {}.");
    for (const part of key ? ["data", "stringData"] : []) {
      const field = entry(get(source.root, part), text(key) ?? "");
      tell([workload, key], [source, field?.value], "Names the key {}.", "Read by {}.");
    }
  }
}

/** A name and a port that lead to a Service. */
function routesOf({ root, kind }: Manifest): { name: Node | undefined; port: Node | undefined }[] {
  const rules = items(get(root, "spec", "rules"));
  if (kind === "HTTPRoute") {
    const backends = rules.flatMap((rule) => items(get(rule, "backendRefs")));
    return backends.map((one) => ({ name: get(one, "name"), port: get(one, "port") }));
  }
  if (kind !== "Ingress") return [];
  const paths = rules.flatMap((rule) => items(get(rule, "http", "paths")));
  return [...paths.map((path) => get(path, "backend")), get(root, "spec", "defaultBackend")].map(
    (backend) => {
      const port = get(backend, "service", "port");
      const name = get(backend, "service", "name");
      return { name, port: get(port, "number") ?? get(port, "name") };
    },
  );
}

/** An Ingress or a route and its Service; an autoscaler and what it scales. */
function leads(from: Manifest, to: Manifest, tell: Tell): void {
  const own = get(to.root, "metadata", "name");
  const scaled = get(from.root, "spec", "scaleTargetRef");
  if (scaled && text(scaled, "kind") === to.kind && text(scaled, "name") === to.name) {
    const say = `Names the ${to.kind}: must equal {}.`;
    tell([from, get(scaled, "name")], [to, own], say, "Scaled by {}.");
    tell([from, get(scaled, "kind")], [to, get(to.root, "kind")], EQUAL, "Scaled by {}.");
  }
  if (to.kind !== "Service") return;
  for (const { name, port } of routesOf(from)) {
    if (text(name) !== to.name) continue;
    tell([from, name], [to, own], "Names the Service: must equal {}.", "Requests come from {}.");
    for (const one of items(get(to.root, "spec", "ports"))) {
      const field = typeof scalar(port) === "string" ? "name" : "port";
      if (scalar(one, field) !== scalar(port)) continue;
      const say = "Must be a port of the Service: {}.";
      tell([from, port], [to, get(one, field)], say, "Requests come from {}.");
    }
  }
}

/**
 * Finds the fields that have to agree, within manifests and between them.
 * @param manifests all that belong together
 */
export function findPairs(manifests: readonly Manifest[]): Pair[] {
  const pairs: Pair[] = [];
  const tell: Tell = ([m, a], [n, b], sayA, sayB = sayA) => {
    if (!a || !b) return;
    const ends = [
      { manifest: m, path: a.path },
      { manifest: n, path: b.path },
    ] as const;
    pairs.push({ ends, say: [sayA, sayB] });
  };
  for (const one of manifests) {
    inside(one, tell);
    for (const other of manifests) {
      if (one.kind === "Service") serves(one, other, tell);
      configures(one, other, tell);
      leads(one, other, tell);
    }
  }
  return pairs;
}
