import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Cluster } from "../../src/cluster/cluster.ts";
import { ApiError } from "../../src/cluster/objects.ts";
import { aggregatedDiscovery, legacyDiscovery } from "../../src/cluster/api/discovery.ts";
import {
  openapiDocument,
  openapiIndex,
  SWAGGER,
  SWAGGER_TYPE,
  type Schemas,
} from "../../src/cluster/api/openapi.ts";
import { serveLogs } from "../../src/cluster/api/logs.ts";
import { targetOf } from "../../src/cluster/api/request.ts";
import { serveResource } from "../../src/cluster/api/resources.ts";
import { authorize, review } from "../../src/cluster/api/reviews.ts";
import { sendError, sendJson } from "../../src/cluster/api/status.ts";
import { upgrade } from "../../src/cluster/api/streams.ts";

/** A running API server. */
export interface ApiServer {
  /** Where it listens, for example `http://127.0.0.1:40123`. */
  url: string;
  cluster: Cluster;
  close(): Promise<void>;
}

/** How an API server runs. */
export interface ServerOptions {
  /** How much faster than the wall the cluster's clock goes; 1 when not said. */
  pace?: number;
  schemas?: Schemas | undefined;
}

const VERSION = {
  major: "1",
  minor: "36",
  gitVersion: "v1.36.3",
  gitCommit: "",
  gitTreeState: "clean",
  buildDate: "2026-08-12T00:00:00Z",
  goVersion: "go1.26",
  compiler: "gc",
  platform: "linux/amd64",
};

/** Documents that do not depend on the cluster's objects. */
function fixedDocument(path: string, accept: string, schemas?: Schemas): unknown {
  if (path === "/version") return VERSION;
  if (path === "/openapi/v3") return openapiIndex();
  const openapi = /^\/openapi\/v3\/(.+)$/.exec(path)?.[1];
  if (openapi) return openapiDocument(openapi, schemas);
  const root = path === "/api" || path === "/apis";
  if (root && accept.includes("as=APIGroupDiscoveryList")) {
    return aggregatedDiscovery(path === "/api");
  }
  return legacyDiscovery(path);
}

async function serve(
  cluster: Cluster,
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://cluster");
  const accept = request.headers.accept ?? "";
  if (url.pathname === "/openapi/v2") {
    response.writeHead(200, { "content-type": SWAGGER_TYPE });
    response.end(SWAGGER);
    return;
  }
  const document = fixedDocument(url.pathname, accept, options.schemas);
  if (document) {
    const aggregated =
      accept.includes("as=APIGroupDiscoveryList") && /^\/apis?$/.test(url.pathname);
    const type = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    response.writeHead(200, { "content-type": aggregated ? type : "application/json" });
    response.end(JSON.stringify(document));
    return;
  }
  const reviewed = await review(cluster, url.pathname, request);
  if (reviewed) {
    sendJson(response, reviewed, 201);
    return;
  }
  const target = targetOf(cluster, url.pathname);
  if (!target) {
    throw new ApiError(404, "NotFound", "the server could not find the requested resource");
  }
  await authorize(cluster, target, request, url.searchParams);
  if (target.subresource === "log") await serveLogs(cluster, target, url.searchParams, response);
  else await serveResource(cluster, target, url.searchParams, request, response);
}

/**
 * Starts an HTTP server on this machine that kubectl takes for a Kubernetes API server.
 * @param cluster the cluster behind it; it is closed with the API server
 * @param options how it runs
 * @returns the API server
 */
export async function startApiServer(
  cluster: Cluster,
  options: ServerOptions = {},
): Promise<ApiServer> {
  const server = createServer((request, response) => {
    if (process.env["API_SERVER_LOG"]) console.error(request.method, request.url);
    serve(cluster, request, response, options).catch((error: unknown) => {
      if (process.env["API_SERVER_LOG"]) console.error(error);
      sendError(response, error);
    });
  });
  server.on("upgrade", (request, socket) => {
    if (process.env["API_SERVER_LOG"]) console.error("UPGRADE", request.url);
    upgrade(cluster, request, socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const pace = options.pace ?? 1;
  const tick = 20;
  let advancing = false;
  const clock = setInterval(() => {
    if (advancing || pace <= 1) return;
    advancing = true;
    void cluster.advance(tick * (pace - 1)).finally(() => {
      advancing = false;
    });
  }, tick);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cluster,
    close: async () => {
      clearInterval(clock);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await cluster.close();
    },
  };
}
