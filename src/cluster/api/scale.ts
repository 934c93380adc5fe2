import type { Collection } from "../collections/collection.ts";
import { prepared } from "../collections/collection.ts";
import { at, textAt, type ApiObject } from "../objects.ts";

/**
 * The Scale subresource of a workload.
 * @param object the Deployment or ReplicaSet
 * @returns the Scale as the API server sends it
 */
export function readScale(object: ApiObject): ApiObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata ?? {};
  const labels = Object.entries(at(object, "spec", "selector", "matchLabels") ?? {});
  return {
    kind: "Scale",
    apiVersion: "autoscaling/v1",
    metadata: JSON.parse(
      JSON.stringify({ name, namespace, uid, resourceVersion, creationTimestamp }),
    ) as NonNullable<ApiObject["metadata"]>,
    spec: { replicas: Number(textAt(object, "spec", "replicas") ?? 1) },
    status: {
      replicas: Number(textAt(object, "status", "replicas") ?? 0),
      selector: labels.map(([key, value]) => `${key}=${String(value)}`).join(","),
    },
  };
}

/**
 * Changes the number of replicas of a workload.
 * @param collection the workload's collection
 * @param object the workload
 * @param scale the wanted Scale
 * @param dry whether nothing is to be written
 * @returns the Scale afterwards
 */
export async function writeScale(
  collection: Collection,
  object: ApiObject,
  scale: ApiObject,
  dry: boolean,
): Promise<ApiObject> {
  const replicas = Number(textAt(scale, "spec", "replicas") ?? 0);
  const wanted = { ...object, spec: { ...(object["spec"] as object), replicas } };
  const written = dry
    ? prepared(collection.kind, wanted, object)
    : await collection.update(wanted, object.metadata?.namespace ?? "default");
  return readScale(written);
}
