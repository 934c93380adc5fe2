import type { RemoveOptions } from "../collections/collection.ts";
import { apiVersion } from "../kinds.ts";
import { isDryRun, namedObject, type ApiCall } from "./call.ts";
import { presentNow } from "./present.ts";
import { objectResponse, sentObject } from "./respond.ts";
import { selection } from "./selectors.ts";

/** Deletes one object, and answers with what it was. */
export async function deleteObject(call: ApiCall): Promise<Response> {
  const { collection } = call;
  const { name, namespace } = namedObject(call);
  const options = (await sentObject(call)) as RemoveOptions;
  const deleted = isDryRun(call)
    ? await collection.get(name, namespace)
    : await collection.remove(name, namespace, options);
  return objectResponse(call, deleted);
}

/** Deletes the selected objects, and answers with what they were. */
export async function deleteCollection(call: ApiCall): Promise<Response> {
  const { cluster, collection, query } = call;
  const { kind } = collection;
  const options = (await sentObject(call)) as RemoveOptions;
  const { items, revision } = await collection.list(call.namespace);
  const selected = items.filter(selection(query));
  for (const { metadata } of isDryRun(call) ? [] : selected) {
    await collection.remove(metadata?.name ?? "", metadata?.namespace ?? "default", options);
  }
  return Response.json({
    kind: `${kind.kind}List`,
    apiVersion: apiVersion(kind),
    metadata: { resourceVersion: revision },
    items: selected.map((object) => presentNow(object, cluster.now())),
  });
}
