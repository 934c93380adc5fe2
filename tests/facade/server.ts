import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Lab } from "../../src/lab/cluster.ts";
import { ApiError } from "../../src/lab/objects.ts";
import { aggregatedDiscovery, legacyDiscovery } from "./discovery.ts";
import { openapiDocument, openapiIndex, SWAGGER, SWAGGER_TYPE, type Schemas } from "./openapi.ts";
import { serveLogs } from "./logs.ts";
import { targetOf } from "./request.ts";
import { serveResource } from "./resources.ts";
import { authorize, review } from "./reviews.ts";
import { sendError, sendJson } from "./status.ts";
import { upgrade } from "./streams.ts";

/** A running facade. */
export interface Facade {
  /** Where it listens, for example `http://127.0.0.1:40123`. */
  url: string;
  lab: Lab;
  close(): Promise<void>;
}

/** How a facade runs. */
export interface FacadeOptions {
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
  lab: Lab,
  request: IncomingMessage,
  response: ServerResponse,
  options: FacadeOptions,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://facade");
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
  const reviewed = await review(lab, url.pathname, request);
  if (reviewed) {
    sendJson(response, reviewed, 201);
    return;
  }
  const target = targetOf(lab, url.pathname);
  if (!target) {
    throw new ApiError(404, "NotFound", "the server could not find the requested resource");
  }
  await authorize(lab, target, request, url.searchParams);
  if (target.subresource === "log") await serveLogs(lab, target, url.searchParams, response);
  else await serveResource(lab, target, url.searchParams, request, response);
}

/**
 * Starts an HTTP server on this machine that kubectl takes for a Kubernetes API server.
 * @param lab the cluster behind it; it is closed with the facade
 * @param options how it runs
 * @returns the running facade
 */
export async function startFacade(lab: Lab, options: FacadeOptions = {}): Promise<Facade> {
  const server = createServer((request, response) => {
    if (process.env["FACADE_LOG"]) console.error(request.method, request.url);
    serve(lab, request, response, options).catch((error: unknown) => {
      if (process.env["FACADE_LOG"]) console.error(error);
      sendError(response, error);
    });
  });
  server.on("upgrade", (request, socket) => {
    if (process.env["FACADE_LOG"]) console.error("UPGRADE", request.url);
    upgrade(lab, request, socket);
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
    void lab.advance(tick * (pace - 1)).finally(() => {
      advancing = false;
    });
  }, tick);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    lab,
    close: async () => {
      clearInterval(clock);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await lab.close();
    },
  };
}
