import { prepared } from "../collections/collection.ts";
import { withName } from "../collections/names.ts";
import { apiVersion } from "../kinds.ts";
import type { ApiObject } from "../objects.ts";
import { isDryRun, namedObject, type ApiCall } from "./call.ts";
import { presentNow } from "./present.ts";
import { includedObject, objectResponse, sentObject, wantsTable } from "./respond.ts";
import { selection } from "./selectors.ts";
import { rejectUnknownFields } from "./strict.ts";
import { table } from "./tables/table.ts";

/** Answers with one object. */
export async function getObject(call: ApiCall): Promise<Response> {
  const { name, namespace } = namedObject(call);
  return objectResponse(call, await call.collection.get(name, namespace));
}

/** Answers with the selected objects of a namespace, or of all of them. */
export async function listObjects(call: ApiCall): Promise<Response> {
  const { cluster, collection, query } = call;
  const { kind } = collection;
  const { items, revision } = await collection.list(call.namespace);
  const shown = items.filter(selection(query)).map((item) => presentNow(item, cluster.now()));
  if (wantsTable(call)) {
    const options = { now: Date.now(), revision, include: includedObject(call) };
    return Response.json(table(kind, shown, options));
  }
  return Response.json({
    kind: `${kind.kind}List`,
    apiVersion: apiVersion(kind),
    metadata: { resourceVersion: revision },
    items: shown,
  });
}

/** What a creation would store: the answer to `--dry-run=server`. */
function wouldBe(call: ApiCall, sent: ApiObject, namespace: string): ApiObject {
  const { kind } = call.collection;
  const object = withName(kind, prepared(kind, sent));
  object.metadata = {
    ...object.metadata,
    ...(kind.namespaced ? { namespace } : {}),
    uid: crypto.randomUUID(),
    creationTimestamp: new Date(call.cluster.now()).toISOString(),
  };
  return object;
}

/** Creates an object. */
export async function createObject(call: ApiCall): Promise<Response> {
  const { collection, query, options } = call;
  const namespace = call.namespace ?? "default";
  const sent = await sentObject(call);
  if (query.get("fieldValidation") === "Strict") {
    rejectUnknownFields(collection.kind, sent, options.schema);
  }
  const created = isDryRun(call)
    ? wouldBe(call, sent, namespace)
    : await collection.create(sent, namespace);
  return objectResponse(call, created, 201);
}
