import { prepared } from "../collections/collection.ts";
import { at, textAt, type ApiObject, type Metadata } from "../objects.ts";
import { isDryRun, namedObject, type ApiCall } from "./call.ts";
import { readPatch } from "./patch/patch.ts";
import { presentNow } from "./present.ts";
import { sentObject } from "./respond.ts";
import { retryOnConflict } from "./retry.ts";

/** The Scale of a Deployment, ReplicaSet or StatefulSet. */
function scaleOf(object: ApiObject): ApiObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata ?? {};
  const labels = Object.entries(at(object, "spec", "selector", "matchLabels") ?? {});
  const metadata = { name, namespace, uid, resourceVersion, creationTimestamp };
  return {
    kind: "Scale",
    apiVersion: "autoscaling/v1",
    // Without the fields that are undefined.
    metadata: JSON.parse(JSON.stringify(metadata)) as Metadata,
    spec: { replicas: Number(textAt(object, "spec", "replicas") ?? 1) },
    status: {
      replicas: Number(textAt(object, "status", "replicas") ?? 0),
      selector: labels.map(([key, value]) => `${key}=${String(value)}`).join(","),
    },
  };
}

async function stored(call: ApiCall): Promise<ApiObject> {
  const { name, namespace } = namedObject(call);
  return call.collection.get(name, namespace);
}

function respond(call: ApiCall, object: ApiObject): Response {
  return Response.json(presentNow(scaleOf(object), call.cluster.now()));
}

/** Writes the replicas of the Scale that a change makes. */
async function rescale(call: ApiCall, change: (scale: ApiObject) => ApiObject): Promise<Response> {
  const written = await retryOnConflict(async () => {
    const object = await stored(call);
    const replicas = Number(textAt(change(scaleOf(object)), "spec", "replicas") ?? 0);
    const wanted = { ...object, spec: { ...(object["spec"] as object), replicas } };
    return isDryRun(call)
      ? prepared(call.collection.kind, wanted, object)
      : call.collection.update(wanted, object.metadata?.namespace ?? "default");
  });
  return respond(call, written);
}

/** Answers with the Scale of a workload. */
export async function getScale(call: ApiCall): Promise<Response> {
  return respond(call, await stored(call));
}

/** Replaces the Scale of a workload. */
export async function updateScale(call: ApiCall): Promise<Response> {
  const sent = await sentObject(call);
  return rescale(call, () => sent);
}

/** Patches the Scale of a workload. */
export async function patchScale(call: ApiCall): Promise<Response> {
  const { headers } = call.request;
  const patch = readPatch(await call.request.text(), headers.get("content-type") ?? "");
  return rescale(call, (scale) => patch.apply(scale));
}
