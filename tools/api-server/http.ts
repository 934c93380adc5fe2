import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { createApiServer, type ApiServerOptions } from "../../src/cluster/api/server.ts";
import { errorResponse } from "../../src/cluster/api/status.ts";
import type { Cluster } from "../../src/cluster/cluster.ts";
import { decodeProtobuf } from "./protobuf.ts";
import { messageStreams } from "./message-streams.ts";

/** An API server that listens on this machine. */
export interface HttpServer {
  /** Where it listens, for example `http://127.0.0.1:40123`. */
  url: string;
  cluster: Cluster;
  close(): Promise<void>;
}

/** How an API server runs. */
export interface HttpServerOptions extends ApiServerOptions {
  /** How much faster the cluster's clock runs than real time; 1 when left out. */
  pace?: number;
}

/** The subprotocol of exec that this server speaks; kubectl offers it first. */
const EXEC_PROTOCOL = "v5.channel.k8s.io";
/** Milliseconds between two steps of a cluster's clock that runs faster than real time. */
const TICK = 20;

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  }
  return headers;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A request on web types; what kubectl sends as protobuf becomes JSON. */
async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? "/", "http://cluster");
  const { method = "GET" } = incoming;
  const headers = headersOf(incoming);
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  const body = await bodyOf(incoming);
  if (!headers.get("content-type")?.includes("protobuf")) {
    return new Request(url, { method, headers, body });
  }
  headers.set("content-type", "application/json");
  return new Request(url, { method, headers, body: JSON.stringify(decodeProtobuf(body)) });
}

/** Streams a response, and cancels its body when the client disconnects. */
async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  outgoing.on("close", () => void reader?.cancel().catch(() => undefined));
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) break;
    outgoing.write(chunk.value as Uint8Array);
  }
  outgoing.end();
}

/** Runs a cluster's clock faster than real time. @returns a function that ends it */
function accelerate(cluster: Cluster, pace: number): () => void {
  if (pace <= 1) return () => undefined;
  let advancing = false;
  const timer = setInterval(() => {
    if (advancing) return;
    advancing = true;
    void cluster.advance(TICK * (pace - 1)).finally(() => {
      advancing = false;
    });
  }, TICK);
  return () => {
    clearInterval(timer);
  };
}

/**
 * Starts an HTTP server that kubectl takes for a Kubernetes API server. With API_SERVER_LOG in the
 * environment it prints each request.
 * @param cluster the cluster behind it; it is closed with the server
 */
export async function startHttpServer(
  cluster: Cluster,
  { pace = 1, ...options }: HttpServerOptions = {},
): Promise<HttpServer> {
  const api = createApiServer(cluster, options);
  const log = (incoming: IncomingMessage) => {
    if (process.env["API_SERVER_LOG"]) console.error(incoming.method, incoming.url);
  };
  const server = createServer((incoming, outgoing) => {
    log(incoming);
    requestOf(incoming)
      .then((request) => api.fetch(request), errorResponse)
      .then((response) => send(response, outgoing))
      .catch(() => outgoing.destroy());
  });
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => EXEC_PROTOCOL });
  server.on("upgrade", (incoming, socket, head) => {
    log(incoming);
    const url = new URL(incoming.url ?? "/", "http://cluster");
    const offered = (incoming.headers["sec-websocket-protocol"] ?? "").split(/,\s*/);
    if (!url.pathname.endsWith("/exec") || !offered.includes(EXEC_PROTOCOL)) {
      socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(incoming, socket, head, (connection) => {
      const request = new Request(url, { headers: headersOf(incoming) });
      void api.exec(request, messageStreams(connection));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const settle = accelerate(cluster, pace);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cluster,
    close: async () => {
      settle();
      for (const connection of sockets.clients) connection.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await cluster.close();
    },
  };
}
