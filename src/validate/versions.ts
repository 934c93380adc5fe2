import { schema } from "./schema.ts";
import { didYouMean, nearestWord } from "./suggest.ts";
import { get, text, type Node, type Report } from "./tree.ts";

const current: ReadonlyMap<string, string> = new Map(
  Object.keys(schema.kinds).map((key) => [
    key.slice(key.lastIndexOf("/") + 1),
    key.slice(0, key.lastIndexOf("/")),
  ]),
);

/**
 * Group-versions that were removed, and the first release without them.
 * Source: kubernetes.io/docs/reference/using-api/deprecation-guide.
 */
const removed: Readonly<Record<string, string>> = {
  "apps/v1beta1": "1.16",
  "apps/v1beta2": "1.16",
  "autoscaling/v2beta1": "1.25",
  "autoscaling/v2beta2": "1.26",
  "batch/v1beta1": "1.25",
  "batch/v2alpha1": "1.21",
  "extensions/v1beta1": "1.22",
  "networking.k8s.io/v1beta1": "1.22",
  "policy/v1beta1": "1.25",
  "rbac.authorization.k8s.io/v1alpha1": "1.22",
  "rbac.authorization.k8s.io/v1beta1": "1.22",
  "storage.k8s.io/v1beta1": "1.22",
};

/** Kinds that were removed from extensions/v1beta1 before Ingress was. */
const removedKinds: Readonly<Record<string, string>> = {
  "extensions/v1beta1/DaemonSet": "1.16",
  "extensions/v1beta1/Deployment": "1.16",
  "extensions/v1beta1/NetworkPolicy": "1.16",
  "extensions/v1beta1/ReplicaSet": "1.16",
};

/** Still served, but older than the version that is checked here. */
const older = new Set(["autoscaling/v1", "gateway.networking.k8s.io/v1beta1"]);

function wrongVersion(apiVersion: string, kind: string): [message: string, hint?: string] {
  const wanted = current.get(kind) ?? "";
  const release = removedKinds[`${apiVersion}/${kind}`] ?? removed[apiVersion];
  if (release) {
    return [`${apiVersion} ${kind} was removed in Kubernetes ${release}`, `write "${wanted}"`];
  }
  if (older.has(apiVersion)) {
    return [`${apiVersion} is older than the version checked here`, `write "${wanted}"`];
  }
  return [`there is no ${kind} in "${apiVersion}"`, `write "${wanted}"`];
}

/**
 * Finds the definition of an object by its apiVersion and kind; reports when there is none.
 * @returns its name in the schema
 */
export function identify(node: Node, report: Report): string | undefined {
  if (node.kind !== "map") {
    report(node, "an object is a map with apiVersion, kind and metadata");
    return undefined;
  }
  const apiVersion = text(node, "apiVersion");
  const kind = text(node, "kind");
  for (const [name, value] of Object.entries({ apiVersion, kind })) {
    if (value !== undefined) continue;
    const found = get(node, name);
    if (found) report({ at: found.start, path: found.path }, `${name} must be a string`);
    else {
      const near = node.entries.find(({ key }) => nearestWord(key, [name]));
      if (near) report({ at: near.at, path: near.key }, "unknown field", `did you mean "${name}"?`);
      else report(node, `missing required field "${name}"`);
    }
  }
  if (apiVersion === undefined || kind === undefined) return undefined;
  const definition = schema.kinds[`${apiVersion}/${kind}`];
  if (definition !== undefined) return definition;
  const at = (name: string) => ({ at: get(node, name)?.start ?? node.at, path: name });
  if (current.has(kind)) report(at("apiVersion"), ...wrongVersion(apiVersion, kind));
  else if (kind === "PodSecurityPolicy") {
    report(
      at("kind"),
      "PodSecurityPolicy was removed in Kubernetes 1.25",
      "use Pod Security Admission",
    );
  } else report(at("kind"), `the kind "${kind}" is unknown here`, didYouMean(kind, current.keys()));
  return undefined;
}
