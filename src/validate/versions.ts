import { isBuiltInGroup, isOtherKind, otherKinds, versionsOfOther } from "./builtin-kinds.ts";
import { schema } from "./schema.ts";
import { didYouMean, nearestWord } from "./suggest.ts";
import { get, text, type MapNode, type Node, type Place, type Report } from "./tree.ts";

/** The newest version of each kind that is checked: the schema names it first. */
const current = new Map<string, string>();
for (const key of Object.keys(schema.kinds)) {
  const slash = key.lastIndexOf("/");
  const kind = key.slice(slash + 1);
  if (!current.has(kind)) current.set(kind, key.slice(0, slash));
}

/**
 * Group-versions that were removed, and the first release without them.
 * Source: kubernetes.io/docs/reference/using-api/deprecation-guide.
 */
const removed: Readonly<Record<string, string>> = {
  "admissionregistration.k8s.io/v1beta1": "1.22",
  "apiextensions.k8s.io/v1beta1": "1.22",
  "apiregistration.k8s.io/v1beta1": "1.22",
  "apps/v1beta1": "1.16",
  "apps/v1beta2": "1.16",
  "autoscaling/v2beta1": "1.25",
  "autoscaling/v2beta2": "1.26",
  "batch/v1beta1": "1.25",
  "batch/v2alpha1": "1.21",
  "certificates.k8s.io/v1beta1": "1.22",
  "coordination.k8s.io/v1beta1": "1.22",
  "discovery.k8s.io/v1beta1": "1.25",
  "extensions/v1beta1": "1.22",
  "networking.k8s.io/v1beta1": "1.22",
  "node.k8s.io/v1beta1": "1.25",
  "policy/v1beta1": "1.25",
  "rbac.authorization.k8s.io/v1alpha1": "1.22",
  "rbac.authorization.k8s.io/v1beta1": "1.22",
  "scheduling.k8s.io/v1beta1": "1.22",
  "storage.k8s.io/v1beta1": "1.22",
};

/** Kinds that were removed from extensions/v1beta1 before Ingress was. */
const removedKinds: Readonly<Record<string, string>> = {
  "extensions/v1beta1/DaemonSet": "1.16",
  "extensions/v1beta1/Deployment": "1.16",
  "extensions/v1beta1/NetworkPolicy": "1.16",
  "extensions/v1beta1/ReplicaSet": "1.16",
};

/** Kinds that came later, to a version whose older kinds were removed. */
const cameLater = new Set(
  "ClusterTrustBundle IPAddress LeaseCandidate MutatingAdmissionPolicy MutatingAdmissionPolicyBinding ServiceCIDR ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding VolumeAttributesClass".split(
    " ",
  ),
);

/** Whether a version may be switched on in a cluster, though it is off by default. */
const mayBeServed = (apiVersion: string, kind: string): boolean =>
  /\/v\d+(?:alpha|beta)\d+$/.test(apiVersion) && (cameLater.has(kind) || !(apiVersion in removed));

/** Served, with the same fields as the current version: checked as if they were that. */
const sameFields = new Set(["gateway.networking.k8s.io/v1beta1"]);

/** What an object is: a definition to check it against, or a kind that is not checked here. */
export type Identity = { definition: string } | "unchecked";

function missingHead(node: MapNode, report: Report): void {
  for (const name of ["apiVersion", "kind"]) {
    if (text(node, name) !== undefined) continue;
    const found = get(node, name);
    if (found) report({ at: found.start, path: found.path }, `${name} must be a string`);
    else {
      const near = node.entries.find(({ key }) => nearestWord(key, [name]));
      if (near) report({ at: near.at, path: near.key }, "unknown field", `did you mean "${name}"?`);
      else report(node, `missing required field "${name}"`);
    }
  }
}

/** Reports a kind that Kubernetes has, in an apiVersion where it is not. */
function reportVersion(apiVersion: string, kind: string, place: Place, report: Report): void {
  const wanted = current.get(kind) ?? versionsOfOther(kind)[0] ?? "";
  const release = removedKinds[`${apiVersion}/${kind}`] ?? removed[apiVersion];
  const message = release
    ? `${apiVersion} ${kind} was removed in Kubernetes ${release}`
    : `there is no ${kind} in "${apiVersion}"`;
  report(place, message, `write "${wanted}"`);
}

function reportKind(apiVersion: string, kind: string, place: Place, report: Report): void {
  if (kind === "PodSecurityPolicy") {
    report(place, `${kind} was removed in Kubernetes 1.25`, "use Pod Security Admission");
    return;
  }
  const inVersion = [...current].flatMap(([one, version]) => (version === apiVersion ? one : []));
  const near =
    didYouMean(kind, [...inVersion, ...otherKinds(apiVersion)]) ?? didYouMean(kind, current.keys());
  report(place, `Kubernetes has no kind "${kind}" in "${apiVersion}"`, near);
}

/**
 * Finds out what an object is by its apiVersion and kind; reports what does not exist, and as a
 * note what is not checked here.
 * @returns undefined when the object is at fault
 */
export function identify(node: Node, report: Report): Identity | undefined {
  if (node.kind !== "map") {
    report(node, "an object is a map with apiVersion, kind and metadata");
    return undefined;
  }
  const [apiVersion, kind] = [text(node, "apiVersion"), text(node, "kind")];
  if (apiVersion === undefined || kind === undefined) {
    missingHead(node, report);
    return undefined;
  }
  const as = sameFields.has(apiVersion) ? (current.get(kind) ?? apiVersion) : apiVersion;
  const definition = schema.kinds[`${as}/${kind}`];
  if (definition !== undefined) return { definition };
  const at = (name: string) => ({ at: get(node, name)?.start ?? node.at, path: name });
  if (isOtherKind(apiVersion, kind) || mayBeServed(apiVersion, kind)) {
    report(at("kind"), `the kind ${kind} is not checked here`, undefined, "note");
    return "unchecked";
  }
  if (!isBuiltInGroup(apiVersion)) {
    const message = `${kind} of "${apiVersion}" is not checked here: it is no kind of Kubernetes itself`;
    report(at("kind"), message, undefined, "note");
    return "unchecked";
  }
  const exists = current.has(kind) || versionsOfOther(kind).length > 0;
  if (exists) reportVersion(apiVersion, kind, at("apiVersion"), report);
  else reportKind(apiVersion, kind, at("kind"), report);
  return undefined;
}
