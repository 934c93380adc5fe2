import { linksOf, type Link } from "../links.ts";
import type { KubeObject, ObjectSet } from "../objects.ts";
import { didYouMean } from "../suggest.ts";
import { atLevel, get, items, scalar, text, valueOf, type Node } from "../tree.ts";

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
  if (!set.complete) return undefined;
  const known = set.all(kind, from.namespace).map((one) => one.name);
  const hint = didYouMean(value, known) ?? "add it, or declare it as external";
  from.report(valueOf(name), `no ${kind} "${value}" in this set`, hint, "warning");
  return undefined;
}

/** Reports a key that a Secret or ConfigMap does not have. */
function checkKey(
  set: ObjectSet,
  from: KubeObject,
  kind: string,
  name: Node | undefined,
  key: Node,
): void {
  if (kind !== "Secret" && kind !== "ConfigMap") return;
  const value = text(key);
  const keys = set.keys(kind, from.namespace, text(name) ?? "");
  if (value === undefined || !keys || keys.includes(value)) return;
  const message = `the ${kind} "${text(name) ?? ""}" has no key "${value}"`;
  from.report(valueOf(key), message, didYouMean(value, keys), "warning");
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
  from.report(valueOf(port), message, has ? `it has ${has}` : undefined, "warning");
}

function checkScaleTarget(set: ObjectSet, scaler: KubeObject, { kind, holder, name }: Link): void {
  const warn = atLevel("warning", scaler.report);
  const place = get(holder, "kind");
  const scalable = ["Deployment", "ReplicaSet", "StatefulSet"];
  if (place && text(holder, "apiVersion") === "apps/v1" && !scalable.includes(kind)) {
    const message = `cannot scale a ${kind}`;
    warn(valueOf(place), message, didYouMean(kind, scalable));
    return;
  }
  const found = checkObject(set, scaler, kind, name);
  const version = get(holder, "apiVersion");
  const wanted = text(found?.node, "apiVersion");
  if (version && wanted && text(version) !== wanted) {
    warn(valueOf(version), `the ${kind} is in ${wanted}`);
  } else if (!version) warn(holder, 'the field "apiVersion" is needed to find the target');
}

function checkBackend(set: ObjectSet, from: KubeObject, { name, port }: Link): void {
  const service = checkObject(set, from, "Service", name);
  checkServicePort(from, service, port);
}

/** Checks that the objects, keys and ports exist that an object names. */
export function checkReferences(set: ObjectSet, object: KubeObject): void {
  for (const link of linksOf(object.kind, object.node)) {
    const { use, kind, name, keys, optional } = link;
    if (optional) continue;
    if (use === "scale") checkScaleTarget(set, object, link);
    else if (use === "backend") checkBackend(set, object, link);
    else if (use !== "account" || text(name) !== "default") {
      checkObject(set, object, kind, name);
      for (const key of keys) checkKey(set, object, kind, name, key);
    }
  }
}
