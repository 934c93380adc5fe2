import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { listAt, type KubeObject } from "../../src/lab/objects.ts";

/**
 * Reads a manifest of the site.
 * @param file its name in content/manifests/
 * @returns the object
 */
export function manifest(file: string): KubeObject {
  const path = new URL(`../../content/manifests/${file}`, import.meta.url);
  return parse(readFileSync(path, "utf8")) as KubeObject;
}

/**
 * Gives a Deployment's containers another image.
 * @param deployment the Deployment; it is not changed
 * @param image the image
 * @returns the changed copy
 */
export function withImage(deployment: KubeObject, image: string): KubeObject {
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
export function applied(object: KubeObject): KubeObject {
  const last = "kubectl.kubernetes.io/last-applied-configuration";
  const { metadata = {} } = object;
  const whole = { ...object, metadata: { annotations: {}, ...metadata, namespace: "default" } };
  const text = `${JSON.stringify(sorted(whole))}\n`;
  return { ...object, metadata: { ...metadata, annotations: { [last]: text } } };
}
