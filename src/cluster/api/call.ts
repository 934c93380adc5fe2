import type { Cluster } from "../cluster.ts";
import type { Collection } from "../collections/collection.ts";
import { ADMIN, impersonated, type User } from "../rbac.ts";
import { ApiError } from "../objects.ts";
import type { ApiServerOptions } from "./server.ts";

/** What a client does, in the words of RBAC. */
export type ApiVerb =
  "get" | "list" | "watch" | "create" | "update" | "patch" | "delete" | "deletecollection";

/** A parsed request for a resource. */
export interface ApiCall {
  cluster: Cluster;
  options: ApiServerOptions;
  request: Request;
  query: URLSearchParams;
  user: User;
  verb: ApiVerb;
  collection: Collection;
  /** Undefined for all namespaces, and for a kind without namespaces. */
  namespace: string | undefined;
  name: string | undefined;
  subresource: string | undefined;
}

/** The part of a path that names a resource: `/api/v1/…` or `/apis/<group>/<version>/…`. */
function resourceIn(cluster: Cluster, path: string) {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  const core = parts[0] === "api";
  const group = core ? "" : (parts[1] ?? "");
  const version = parts[core ? 1 : 2];
  let rest = parts.slice(core ? 2 : 3);
  let namespace: string | undefined;
  if (rest[0] === "namespaces" && rest.length > 2) {
    namespace = rest[1];
    rest = rest.slice(2);
  }
  const [plural, name, subresource] = rest;
  const collection = cluster.collections.find(
    ({ kind }) => kind.group === group && kind.version === version && kind.plural === plural,
  );
  return collection && { collection, namespace, name, subresource };
}

/** How the API server derives the verb (apiserver's endpoints/request/requestinfo.go). */
function verbOf(method: string, named: boolean, query: URLSearchParams): ApiVerb {
  switch (method) {
    case "GET":
      if (["true", "1"].includes(query.get("watch") ?? "")) return "watch";
      return named ? "get" : "list";
    case "POST":
      return "create";
    case "PUT":
      return "update";
    case "PATCH":
      return "patch";
    default:
      return named ? "delete" : "deletecollection";
  }
}

/** Who sends a request: the administrator, or the user that the request impersonates. */
export function userOf({ headers }: Request): User {
  const name = headers.get("impersonate-user");
  if (name === null) return ADMIN;
  // A header that is sent several times arrives as one list.
  const groups = headers.get("impersonate-group")?.split(/,\s*/) ?? [];
  return impersonated(name, groups);
}

/** Parses a request. @throws ApiError NotFound when the cluster serves no such resource */
export function callOf(cluster: Cluster, request: Request, options: ApiServerOptions): ApiCall {
  const { pathname, searchParams: query } = new URL(request.url);
  const resource = resourceIn(cluster, pathname);
  if (!resource) {
    throw new ApiError(404, "NotFound", "the server could not find the requested resource");
  }
  const verb = verbOf(request.method, resource.name !== undefined, query);
  return { cluster, options, request, query, user: userOf(request), verb, ...resource };
}

/** The error for a verb that a resource does not have, in the words that kubectl prints. */
export function methodNotAllowed(): ApiError {
  const message = "the server does not allow this method on the requested resource";
  return new ApiError(405, "MethodNotAllowed", message);
}

/** The name and namespace of the object that a call is about. @throws ApiError without a name */
export function namedObject({ name, namespace }: ApiCall): { name: string; namespace: string } {
  if (name === undefined) throw methodNotAllowed();
  return { name, namespace: namespace ?? "default" };
}

/** Whether nothing is to be written: `--dry-run=server`. */
export function isDryRun({ query }: ApiCall): boolean {
  return query.getAll("dryRun").includes("All");
}
