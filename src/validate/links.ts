import { get, items, scalar, strings, text, type Node } from "./tree.ts";

/** What an object uses another for. */
export type LinkUse =
  | "account"
  | "backend"
  | "certificate"
  | "claim"
  | "environment"
  | "parent"
  | "pull"
  | "role"
  | "scale"
  | "service-name"
  | "volume";

/** A place in an object that names another object. */
export interface Link {
  use: LinkUse;
  /** Kind of the object that is named. */
  kind: string;
  /** The map that contains the reference. */
  holder: Node;
  /** The field with the object's name; undefined where it is missing. */
  name: Node | undefined;
  /** Fields that name keys of a ConfigMap or Secret. */
  keys: readonly Node[];
  /** The field with the port of a Service, by number or name. */
  port: Node | undefined;
  /** Whether the object may be missing. */
  optional: boolean;
}

const templates: Readonly<Record<string, readonly string[]>> = {
  CronJob: ["spec", "jobTemplate", "spec", "template"],
  DaemonSet: ["spec", "template"],
  Deployment: ["spec", "template"],
  Job: ["spec", "template"],
  Pod: [],
  ReplicaSet: ["spec", "template"],
  StatefulSet: ["spec", "template"],
};

/** The Pod that an object is, or its Pod template; undefined for kinds without Pods. */
export function podOf(kind: string, root: Node): Node | undefined {
  const steps = templates[kind];
  return steps && get(root, ...steps);
}

/** Containers of a Pod's `spec`, init containers first. */
export const containersOf = (spec: Node | undefined): Node[] =>
  ["initContainers", "containers"].flatMap((list) => items(get(spec, list)));

/** Whether labels match a selector, given as a map of labels; an empty one selects nothing. */
export function selects(
  selector: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
): boolean {
  if (selector.size === 0) return false;
  return [...selector].every(([key, value]) => labels.get(key) === value);
}

/** The ports of a container that a number or a name means. */
export function portsNamed(container: Node, wanted: Node): Node[] {
  const value = scalar(wanted);
  const field = typeof value === "string" ? "name" : "containerPort";
  return items(get(container, "ports"))
    .flatMap((port) => get(port, field) ?? [])
    .filter((port) => scalar(port) === value);
}

/** The fields with the ports that a container's probes connect to. */
export function probePorts(container: Node): Node[] {
  return ["startupProbe", "readinessProbe", "livenessProbe"].flatMap((probe) =>
    ["httpGet", "tcpSocket", "grpc"].flatMap(
      (action) => get(container, probe, action, "port") ?? [],
    ),
  );
}

type Details = Partial<Pick<Link, "name" | "keys" | "port">>;

/** Empty where the object that would contain the link is missing. */
function link(use: LinkUse, kind: string, holder: Node | undefined, details: Details = {}): Link[] {
  if (!holder) return [];
  const optional = scalar(holder, "optional") === true;
  const name = get(holder, "name");
  return [{ use, kind, holder, name, keys: [], port: undefined, optional, ...details }];
}

/** A reference to a ConfigMap or Secret, with the keys that it reads. */
function source(use: LinkUse, kind: "ConfigMap" | "Secret", holder: Node | undefined): Link[] {
  const keys = [holder, ...items(get(holder, "items"))].flatMap((one) => get(one, "key") ?? []);
  return link(use, kind, holder, { name: get(holder, "name") ?? get(holder, "secretName"), keys });
}

function podLinks(spec: Node | undefined): Link[] {
  const environment = containersOf(spec).flatMap((container) => [
    ...items(get(container, "env")).flatMap((variable) => [
      ...source("environment", "ConfigMap", get(variable, "valueFrom", "configMapKeyRef")),
      ...source("environment", "Secret", get(variable, "valueFrom", "secretKeyRef")),
    ]),
    ...items(get(container, "envFrom")).flatMap((from) => [
      ...source("environment", "ConfigMap", get(from, "configMapRef")),
      ...source("environment", "Secret", get(from, "secretRef")),
    ]),
  ]);
  const volumes = items(get(spec, "volumes")).flatMap((volume) => {
    const claim = get(volume, "persistentVolumeClaim");
    return [
      ...[volume, ...items(get(volume, "projected", "sources"))].flatMap((one) => [
        ...source("volume", "ConfigMap", get(one, "configMap")),
        ...source("volume", "Secret", get(one, "secret")),
      ]),
      ...link("claim", "PersistentVolumeClaim", claim, { name: get(claim, "claimName") }),
    ];
  });
  const pulls = items(get(spec, "imagePullSecrets")).flatMap((one) => link("pull", "Secret", one));
  const account = get(spec, "serviceAccountName");
  return [
    ...environment,
    ...volumes,
    ...pulls,
    ...(account ? link("account", "ServiceAccount", spec, { name: account }) : []),
  ];
}

function ingressLinks(root: Node): Link[] {
  const certificates = items(get(root, "spec", "tls")).flatMap((tls) =>
    link("certificate", "Secret", tls, { name: get(tls, "secretName") }),
  );
  const rules = items(get(root, "spec", "rules"));
  const paths = rules.flatMap((rule) => items(get(rule, "http", "paths")));
  const backends = [
    ...paths.map((path) => get(path, "backend")),
    get(root, "spec", "defaultBackend"),
  ];
  const services = backends.flatMap((backend) => {
    const service = get(backend, "service");
    const port = get(service, "port");
    return link("backend", "Service", service, { port: get(port, "number") ?? get(port, "name") });
  });
  return [...certificates, ...services];
}

/** References of the Gateway API to objects of one kind, or of any; none to other namespaces. */
function gatewayLinks(
  use: LinkUse,
  refs: readonly Node[],
  usual: string,
  namespace: string | undefined,
): Link[] {
  return refs.flatMap((ref) => {
    const kind = text(ref, "kind") ?? usual;
    const elsewhere = (text(ref, "namespace") ?? namespace) !== namespace;
    if (elsewhere || (use !== "parent" && kind !== usual)) return [];
    return link(use, kind, ref, { port: use === "backend" ? get(ref, "port") : undefined });
  });
}

/**
 * Which fields of an object name other objects, and which kind each names. References to other
 * namespaces are left out.
 * @param kind the object's kind
 * @param root the whole object
 * @returns the references in the order of the Kubernetes API, not of the file
 */
export function linksOf(kind: string, root: Node): Link[] {
  const links = podLinks(get(podOf(kind, root), "spec"));
  const namespace = text(root, "metadata", "namespace");
  const rules = items(get(root, "spec", "rules"));
  switch (kind) {
    case "Gateway": {
      const listeners = items(get(root, "spec", "listeners"));
      const refs = listeners.flatMap((one) => items(get(one, "tls", "certificateRefs")));
      return gatewayLinks("certificate", refs, "Secret", namespace);
    }
    case "HTTPRoute": {
      const backends = rules.flatMap((rule) => items(get(rule, "backendRefs")));
      const parents = items(get(root, "spec", "parentRefs"));
      return [
        ...gatewayLinks("parent", parents, "Gateway", namespace),
        ...gatewayLinks("backend", backends, "Service", namespace),
      ];
    }
    case "HorizontalPodAutoscaler": {
      const target = get(root, "spec", "scaleTargetRef");
      return link("scale", text(target, "kind") ?? "", target);
    }
    case "Ingress":
      return ingressLinks(root);
    case "RoleBinding": {
      const role = get(root, "roleRef");
      return text(role, "kind") === "Role" ? link("role", "Role", role) : [];
    }
    case "StatefulSet": {
      const name = get(root, "spec", "serviceName");
      return [...links, ...link("service-name", "Service", get(root, "spec"), { name })];
    }
    default:
      return links;
  }
}

/** Labels of a Pod or Pod template. */
export const labelsOf = (pod: Node | undefined): Map<string, string> =>
  strings(get(pod, "metadata", "labels"));
