import type { ServerResponse } from "node:http";
import type { Cluster } from "../cluster.ts";
import type { Change } from "../collections/collection.ts";
import { apiVersion } from "../kinds.ts";
import type { ApiObject } from "../objects.ts";
import { presentNow } from "./present.ts";
import type { Target } from "./request.ts";
import { selection } from "./select.ts";
import { table } from "./tables.ts";

/**
 * Streams the changes of a collection, after its present objects when the client asks for them.
 * @param cluster the cluster
 * @param target the collection and namespace
 * @param query the request's query
 * @param asTable whether objects are sent as Tables of one row
 * @param response where to; it stays open until the client leaves
 */
export async function serveWatch(
  cluster: Cluster,
  target: Target,
  query: URLSearchParams,
  asTable: boolean,
  response: ServerResponse,
): Promise<void> {
  const { collection } = target;
  const { kind } = collection;
  const selects = selection(query);
  const selected = new Set<string>();
  const asked = query.get("resourceVersion") ?? "";
  const streaming = query.get("sendInitialEvents") === "true";
  const from = streaming || asked === "" || asked === "0" ? undefined : asked;
  const include = query.get("includeObject") ?? "Metadata";
  let header = true;

  response.writeHead(200, { "content-type": "application/json", "transfer-encoding": "chunked" });
  response.flushHeaders();
  const write = (type: string, object: ApiObject) => {
    const shown = presentNow(object, cluster.now());
    const sent = asTable ? table(kind, [shown], { now: Date.now(), include, header }) : shown;
    if (asTable) header = false;
    response.write(`${JSON.stringify({ type, object: sent })}\n`);
  };
  const report = ({ type, object }: Change) => {
    const key = `${object.metadata?.namespace ?? ""}/${object.metadata?.name ?? ""}`;
    const before = selected.has(key);
    const matches = type !== "DELETED" && selects(object);
    if (matches) {
      selected.add(key);
      write(type === "ADDED" || !before ? "ADDED" : "MODIFIED", object);
    } else if (before || (type === "DELETED" && selects(object))) {
      selected.delete(key);
      write("DELETED", object);
    }
  };

  const { items, revision } = await collection.list(target.namespace);
  for (const object of items) {
    if (!selects(object)) continue;
    selected.add(`${object.metadata?.namespace ?? ""}/${object.metadata?.name ?? ""}`);
    if (from === undefined) write("ADDED", object);
  }
  if (streaming) {
    const annotations = { "k8s.io/initial-events-end": "true" };
    const object = {
      kind: asTable ? "Table" : kind.kind,
      apiVersion: asTable ? "meta.k8s.io/v1" : apiVersion(kind),
      metadata: { resourceVersion: revision, creationTimestamp: null, annotations },
    };
    response.write(`${JSON.stringify({ type: "BOOKMARK", object })}\n`);
  }
  const stop = collection.watch(report, target.namespace, from ?? revision);
  const seconds = Number(query.get("timeoutSeconds") ?? 0);
  const timer = seconds > 0 ? setTimeout(() => response.end(), seconds * 1000) : undefined;
  response.on("close", () => {
    clearTimeout(timer);
    stop();
  });
}
