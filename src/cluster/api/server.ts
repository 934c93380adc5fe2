import type { Cluster } from "../cluster.ts";
import { VERSION } from "../version.ts";
import { authorize } from "./authorize.ts";
import { callOf } from "./call.ts";
import { discoveryResponse } from "./discovery.ts";
import { serveExec, type MessageStreams } from "./exec.ts";
import type { CompactSchema, SchemaTexts } from "./openapi-schemas.ts";
import { openapiResponse } from "./openapi.ts";
import { reviewResponse } from "./reviews.ts";
import { handlerOf } from "./routes.ts";
import { errorResponse } from "./status.ts";

/** A Kubernetes API server, without a network. */
export interface ApiServer {
  /** Answers a request. A failure is answered with a Status, never thrown. */
  fetch(request: Request): Promise<Response>;
  /**
   * Runs a program for `kubectl exec`. Each chunk of the streams is one message of the protocol
   * v5.channel.k8s.io; the writable stream is closed when the program has ended.
   */
  exec(request: Request, streams: MessageStreams): Promise<void>;
}

/** What an API server needs beside its cluster. */
export interface ApiServerOptions {
  /** The types of the API; without them no field is refused as unknown. */
  schema?: CompactSchema | undefined;
  /** What definitions and fields mean; without them `kubectl explain` finds nothing. */
  descriptions?: SchemaTexts | undefined;
}

const VERSION_INFO = {
  major: "1",
  minor: "36",
  gitVersion: VERSION,
  gitCommit: "",
  gitTreeState: "clean",
  buildDate: "2026-08-12T00:00:00Z",
  goVersion: "go1.26",
  compiler: "gc",
  platform: "linux/amd64",
};

async function answer(
  cluster: Cluster,
  request: Request,
  options: ApiServerOptions,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/version") return Response.json(VERSION_INFO);
  const document =
    openapiResponse(pathname, options) ??
    discoveryResponse(pathname, request.headers.get("accept") ?? "") ??
    (await reviewResponse(cluster, pathname, request));
  if (document) return document;
  const call = callOf(cluster, request, options);
  const handler = handlerOf(call);
  await authorize(call);
  return handler(call);
}

/**
 * Puts an API server in front of a cluster.
 * @param cluster the cluster; closing it is its owner's affair
 */
export function createApiServer(cluster: Cluster, options: ApiServerOptions = {}): ApiServer {
  return {
    fetch: async (request) => {
      try {
        return await answer(cluster, request, options);
      } catch (error) {
        return errorResponse(error);
      }
    },
    exec: (request, streams) => serveExec(() => callOf(cluster, request, options), streams),
  };
}
