import type { ServedKind } from "../kinds.ts";
import { methodNotAllowed, type ApiCall, type ApiVerb } from "./call.ts";
import { createEviction } from "./eviction.ts";
import { serveLogs } from "./logs.ts";
import { deleteCollection, deleteObject } from "./delete.ts";
import { createObject, getObject, listObjects } from "./objects.ts";
import { getScale, patchScale, updateScale } from "./scale.ts";
import { patchObject, updateObject } from "./update.ts";
import { watchObjects } from "./watch.ts";
import { ApiError } from "../objects.ts";

/** Answers one kind of call. */
export type Handler = (call: ApiCall) => Promise<Response>;

type Route = Partial<Record<ApiVerb, Handler>>;

/** What is done with each resource, by subresource; the empty name is the resource itself. */
const ROUTES: Record<string, Route> = {
  "": {
    create: createObject,
    delete: deleteObject,
    deletecollection: deleteCollection,
    get: getObject,
    list: listObjects,
    patch: patchObject,
    update: updateObject,
    watch: watchObjects,
  },
  eviction: { create: createEviction },
  log: { get: serveLogs },
  scale: { get: getScale, patch: patchScale, update: updateScale },
  status: { get: getObject, patch: patchObject, update: updateObject },
};

/** Whether a kind has a subresource; the resource itself is one without a name. */
function isServed(kind: ServedKind, subresource: string): boolean {
  return subresource === "" || kind.subresources.includes(subresource);
}

/**
 * The handler for a call.
 * @throws ApiError NotFound for an unknown subresource, MethodNotAllowed for a verb it lacks
 */
export function handlerOf({ collection, subresource = "", verb }: ApiCall): Handler {
  const route = isServed(collection.kind, subresource) ? ROUTES[subresource] : undefined;
  if (!route) {
    throw new ApiError(404, "NotFound", "the server could not find the requested resource");
  }
  const handler = route[verb];
  if (!handler) throw methodNotAllowed();
  return handler;
}
