import type { IncomingMessage, ServerResponse } from "node:http";
import { parse } from "yaml";
import type { Cluster } from "../cluster.ts";
import { prepared, type Collection, type RemoveOptions } from "../collections/collection.ts";
import { evict } from "../eviction.ts";
import { apiVersion } from "../kinds.ts";
import { ApiError, type ApiObject } from "../objects.ts";
import { patched } from "./patch.ts";
import { presentNow } from "./present.ts";
import { decodeProtobuf } from "../../../tools/api-server/protobuf.ts";
import { bodyOf, type Target } from "./request.ts";
import { readScale, writeScale } from "./scale.ts";
import { selection } from "./select.ts";
import { sendJson } from "./status.ts";
import { demandKnownFields, demandKnownPatch } from "./strict.ts";
import { table } from "./tables.ts";
import { serveWatch } from "./watch.ts";

function objectFrom(body: Buffer, contentType: string): ApiObject {
  if (contentType.includes("protobuf")) return decodeProtobuf(body);
  return (parse(body.toString("utf8")) ?? {}) as ApiObject;
}

/** Retries a change that another writer (a controller) came before. */
async function retried<Result>(change: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== "Conflict" || attempt >= 5) throw error;
    }
  }
}

async function create(collection: Collection, sent: ApiObject, namespace: string, dry: boolean) {
  if (!dry) return collection.create(sent, namespace);
  const object = prepared(collection.kind, sent);
  object.metadata = { ...object.metadata, namespace, uid: crypto.randomUUID() };
  return {
    ...object,
    metadata: { ...object.metadata, creationTimestamp: new Date().toISOString() },
  };
}

/** Answers requests for objects: get, list, watch, create, replace, patch, delete and scale. */
export async function serveResource(
  cluster: Cluster,
  target: Target,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { collection, name, subresource } = target;
  const { kind } = collection;
  const namespace = target.namespace ?? "default";
  const accept = request.headers.accept ?? "";
  const asTable = accept.includes("as=Table");
  const include = query.get("includeObject") ?? "Metadata";
  const dry = query.getAll("dryRun").includes("All");
  const shown = (object: ApiObject) => presentNow(object, cluster.now());
  const contentType = request.headers["content-type"] ?? "application/json";
  const send = (object: ApiObject, code = 200) => {
    if (asTable) {
      sendJson(response, table(kind, [shown(object)], { now: Date.now(), include }), code);
    } else sendJson(response, shown(object), code);
  };

  if (request.method === "GET" && query.get("watch")) {
    await serveWatch(cluster, target, query, asTable, response);
    return;
  }
  if (request.method === "GET" && name === undefined) {
    const { items, revision } = await collection.list(target.namespace);
    const selects = selection(query);
    const found = items.filter(selects).map(shown);
    const options = { now: Date.now(), revision, include };
    if (asTable) sendJson(response, table(kind, found, options));
    else {
      sendJson(response, {
        kind: `${kind.kind}List`,
        apiVersion: apiVersion(kind),
        metadata: { resourceVersion: revision },
        items: found,
      });
    }
    return;
  }

  const body = await bodyOf(request);
  if (request.method === "POST" && subresource === "eviction" && name !== undefined) {
    if (!dry) await evict(cluster, name, namespace);
    sendJson(response, { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success" }, 201);
    return;
  }
  if (request.method === "POST") {
    const sent = objectFrom(body, contentType);
    if (query.get("fieldValidation") === "Strict") demandKnownFields(kind, sent);
    send(await create(collection, sent, namespace, dry), 201);
    return;
  }
  if (name === undefined) {
    throw new ApiError(405, "MethodNotAllowed", "the API server does not delete whole collections");
  }
  const current = () => collection.get(name, namespace);
  if (subresource === "scale") {
    const scale = async (change?: (before: ApiObject) => ApiObject) =>
      retried(async () => {
        const object = await current();
        if (!change) return readScale(object);
        return writeScale(collection, object, change(readScale(object)), dry);
      });
    if (request.method === "GET") sendJson(response, await scale());
    else if (request.method === "PATCH") {
      const text = body.toString("utf8");
      sendJson(response, await scale((before) => patched(before, text, contentType)));
    } else sendJson(response, await scale(() => objectFrom(body, contentType)));
    return;
  }
  if (request.method === "GET") {
    send(await current());
    return;
  }
  if (request.method === "DELETE") {
    const options = (body.length > 0 ? objectFrom(body, contentType) : {}) as RemoveOptions;
    send(dry ? await current() : await collection.remove(name, namespace, options));
    return;
  }
  const result = await retried(async () => {
    const before = await current();
    const wanted =
      request.method === "PATCH"
        ? patched(before, body.toString("utf8"), contentType)
        : objectFrom(body, contentType);
    if (query.get("fieldValidation") === "Strict") {
      if (request.method === "PUT") demandKnownFields(kind, wanted);
      else demandKnownPatch(kind, parse(body.toString("utf8")), wanted);
    }
    // Identity and history are the server's, whatever a client sends.
    wanted.metadata = { ...before.metadata, ...wanted.metadata, ...identity(before) };
    if (request.method === "PATCH" && same(before, wanted)) return before;
    const version = wanted.metadata.resourceVersion;
    if (version === undefined || request.method === "PATCH") {
      wanted.metadata.resourceVersion = before.metadata?.resourceVersion ?? "";
    }
    return dry ? prepared(kind, wanted, before) : collection.update(wanted, namespace);
  });
  send(result);
}

function identity({ metadata = {} }: ApiObject): ApiObject["metadata"] {
  const { name, namespace, uid, creationTimestamp, generation } = metadata;
  return {
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(uid === undefined ? {} : { uid }),
    ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
    ...(generation === undefined ? {} : { generation }),
  };
}

function same(left: ApiObject, right: ApiObject): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        )
      : Array.isArray(value)
        ? value.map(sorted)
        : value;
  const text = (value: ApiObject) => JSON.stringify(sorted(JSON.parse(JSON.stringify(value))));
  return text(left) === text(right);
}
