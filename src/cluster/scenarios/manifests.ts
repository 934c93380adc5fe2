import type { Cluster } from "../cluster.ts";
import { listAt, type ApiObject } from "../objects.ts";

/** Finds a manifest of the site by its file name in content/manifests/; each call gives a copy. */
export type ReadManifest = (file: string) => ApiObject;

/** Brings a fresh cluster into a state. */
export type Scenario = (cluster: Cluster, manifest: ReadManifest) => Promise<void>;

/**
 * Gives a Deployment's containers another image.
 * @param deployment the Deployment; it is not changed
 * @param image the image
 * @returns the changed copy
 */
export function withImage(deployment: ApiObject, image: string): ApiObject {
  const changed = structuredClone(deployment);
  for (const container of listAt(changed, "spec", "template", "spec", "containers")) {
    container["image"] = image;
  }
  return changed;
}

/** Go writes the fields of a map in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, sorted(part)]));
}

/**
 * A manifest as `kubectl apply` sends it: with the annotation that the next apply compares.
 * @param object the manifest; it is not changed
 * @returns the object with the annotation
 */
export function applied(object: ApiObject): ApiObject {
  const last = "kubectl.kubernetes.io/last-applied-configuration";
  const { metadata = {} } = object;
  const whole = { ...object, metadata: { annotations: {}, ...metadata, namespace: "default" } };
  const text = `${JSON.stringify(sorted(whole))}\n`;
  return { ...object, metadata: { ...metadata, annotations: { [last]: text } } };
}
