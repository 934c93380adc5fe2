import type { KubeObject, ObjectSet, PodTemplate } from "../objects.ts";
import { didYouMean } from "../suggest.ts";
import { get, items, scalar, text, type Node } from "../tree.ts";

/** Reports a reference to an object that is neither in the set nor external. */
function checkObject(
  set: ObjectSet,
  from: KubeObject,
  kind: string,
  name: Node | undefined,
): KubeObject | undefined {
  const value = text(name);
  if (!name || value === undefined) return undefined;
  const found = set.find(kind, from.namespace, value);
  if (found || set.isExternal(kind, value)) return found;
  const known = set.all(kind, from.namespace).map((one) => one.name);
  const hint = didYouMean(value, known) ?? "add it, or declare it as external";
  from.report({ at: name.start, path: name.path }, `no ${kind} "${value}" in this set`, hint);
  return undefined;
}

/** Reports a key that a Secret or ConfigMap does not have. */
function checkKey(
  set: ObjectSet,
  from: KubeObject,
  kind: "Secret" | "ConfigMap",
  name: Node | undefined,
  key: Node | undefined,
): void {
  const value = text(key);
  const keys = set.keys(kind, from.namespace, text(name) ?? "");
  if (!key || value === undefined || !keys || keys.includes(value)) return;
  const message = `the ${kind} "${text(name) ?? ""}" has no key "${value}"`;
  from.report({ at: key.start, path: key.path }, message, didYouMean(value, keys));
}

/** Checks a reference to a Secret or ConfigMap, and the keys it reads. */
function checkSource(
  set: ObjectSet,
  from: KubeObject,
  kind: "Secret" | "ConfigMap",
  source: Node | undefined,
): void {
  if (!source || scalar(source, "optional") === true) return;
  const name = get(source, "name") ?? get(source, "secretName");
  checkObject(set, from, kind, name);
  checkKey(set, from, kind, name, get(source, "key"));
  for (const item of items(get(source, "items"))) checkKey(set, from, kind, name, get(item, "key"));
}

/** Checks the references of a workload's Pods to other objects. */
export function checkPodReferences(set: ObjectSet, { object, spec }: PodTemplate): void {
  const containers = ["initContainers", "containers"].flatMap((list) => items(get(spec, list)));
  for (const container of containers) {
    for (const variable of items(get(container, "env"))) {
      checkSource(set, object, "Secret", get(variable, "valueFrom", "secretKeyRef"));
      checkSource(set, object, "ConfigMap", get(variable, "valueFrom", "configMapKeyRef"));
    }
    for (const source of items(get(container, "envFrom"))) {
      checkSource(set, object, "Secret", get(source, "secretRef"));
      checkSource(set, object, "ConfigMap", get(source, "configMapRef"));
    }
  }
  for (const volume of items(get(spec, "volumes"))) {
    for (const source of [volume, ...items(get(volume, "projected", "sources"))]) {
      checkSource(set, object, "Secret", get(source, "secret"));
      checkSource(set, object, "ConfigMap", get(source, "configMap"));
    }
    const claim = get(volume, "persistentVolumeClaim", "claimName");
    checkObject(set, object, "PersistentVolumeClaim", claim);
  }
  for (const secret of items(get(spec, "imagePullSecrets"))) {
    checkObject(set, object, "Secret", get(secret, "name"));
  }
  const account = get(spec, "serviceAccountName");
  if (text(account) !== "default") checkObject(set, object, "ServiceAccount", account);
}

/** Reports a port that a Service does not have. */
function checkServicePort(
  from: KubeObject,
  service: KubeObject | undefined,
  port: Node | undefined,
) {
  const value = scalar(port);
  if (!service || !port || value === undefined) return;
  const ports = items(get(service.node, "spec", "ports"));
  const known = ports.map((one) => scalar(one, typeof value === "number" ? "port" : "name"));
  if (known.includes(value)) return;
  const has = known.filter((one) => one !== undefined).join(", ");
  const message = `the Service "${service.name}" has no port ${String(value)}`;
  from.report({ at: port.start, path: port.path }, message, has ? `it has ${has}` : undefined);
}

function checkIngress(set: ObjectSet, ingress: KubeObject): void {
  const { node } = ingress;
  for (const tls of items(get(node, "spec", "tls"))) {
    checkObject(set, ingress, "Secret", get(tls, "secretName"));
  }
  const paths = items(get(node, "spec", "rules")).flatMap((rule) =>
    items(get(rule, "http", "paths")),
  );
  const backends = [
    get(node, "spec", "defaultBackend"),
    ...paths.map((path) => get(path, "backend")),
  ];
  for (const backend of backends) {
    const service = checkObject(set, ingress, "Service", get(backend, "service", "name"));
    const port = get(backend, "service", "port");
    checkServicePort(ingress, service, get(port, "number") ?? get(port, "name"));
  }
}

/** Whether a reference of the Gateway API points to another namespace; those are not checked. */
const elsewhere = (ref: Node, from: KubeObject) =>
  (text(ref, "namespace") ?? from.namespace) !== from.namespace;

function checkRoute(set: ObjectSet, route: KubeObject): void {
  for (const ref of items(get(route.node, "spec", "parentRefs"))) {
    const kind = text(ref, "kind") ?? "Gateway";
    if (!elsewhere(ref, route)) checkObject(set, route, kind, get(ref, "name"));
  }
  for (const rule of items(get(route.node, "spec", "rules"))) {
    for (const ref of items(get(rule, "backendRefs"))) {
      if ((text(ref, "kind") ?? "Service") !== "Service" || elsewhere(ref, route)) continue;
      const service = checkObject(set, route, "Service", get(ref, "name"));
      if (get(ref, "port")) checkServicePort(route, service, get(ref, "port"));
      else
        route.report(
          ref,
          'missing required field "port"',
          "a Service is reached by one of its ports",
        );
    }
  }
}

function checkGateway(set: ObjectSet, gateway: KubeObject): void {
  for (const listener of items(get(gateway.node, "spec", "listeners"))) {
    for (const ref of items(get(listener, "tls", "certificateRefs"))) {
      if ((text(ref, "kind") ?? "Secret") !== "Secret" || elsewhere(ref, gateway)) continue;
      checkObject(set, gateway, "Secret", get(ref, "name"));
    }
  }
}

function checkScaleTarget(set: ObjectSet, scaler: KubeObject): void {
  const target = get(scaler.node, "spec", "scaleTargetRef");
  const kind = text(target, "kind") ?? "";
  const place = get(target, "kind");
  const scalable = ["Deployment", "ReplicaSet", "StatefulSet"];
  if (place && text(target, "apiVersion") === "apps/v1" && !scalable.includes(kind)) {
    const message = `cannot scale a ${kind}`;
    scaler.report({ at: place.start, path: place.path }, message, didYouMean(kind, scalable));
    return;
  }
  const found = checkObject(set, scaler, kind, get(target, "name"));
  const version = get(target, "apiVersion");
  const wanted = text(found?.node, "apiVersion");
  if (version && wanted && text(version) !== wanted) {
    scaler.report({ at: version.start, path: version.path }, `the ${kind} is in ${wanted}`);
  } else if (target && !version) scaler.report(target, 'missing required field "apiVersion"');
}

/** Checks the references of objects other than Pods and workloads. */
export function checkReferences(set: ObjectSet, object: KubeObject): void {
  if (object.kind === "Ingress") checkIngress(set, object);
  if (object.kind === "HTTPRoute") checkRoute(set, object);
  if (object.kind === "Gateway") checkGateway(set, object);
  if (object.kind === "HorizontalPodAutoscaler") checkScaleTarget(set, object);
  if (object.kind === "StatefulSet") {
    checkObject(set, object, "Service", get(object.node, "spec", "serviceName"));
  }
  if (object.kind === "RoleBinding" && text(object.node, "roleRef", "kind") === "Role") {
    checkObject(set, object, "Role", get(object.node, "roleRef", "name"));
  }
}
