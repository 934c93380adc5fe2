import type { IncomingMessage } from "node:http";
import type { Collection } from "../collections/collection.ts";
import type { Cluster } from "../cluster.ts";

/** What the path of a request names. */
export interface Target {
  collection: Collection;
  /** Undefined for all namespaces, or a kind without. */
  namespace: string | undefined;
  name: string | undefined;
  subresource: string | undefined;
}

/**
 * Reads the path of a resource: `/api/v1/…`, `/apis/<group>/<version>/…`.
 * @param cluster the cluster
 * @param path the path without query
 * @returns what it names; undefined when the cluster serves no such resource
 */
export function targetOf(cluster: Cluster, path: string): Target | undefined {
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

/**
 * Reads the whole body of a request.
 * @param request the request
 * @returns its bytes
 */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
