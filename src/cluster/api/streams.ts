import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Cluster } from "../cluster.ts";
import { listAt, textAt } from "../objects.ts";
import { targetOf } from "./request.ts";
import { statusOf } from "./status.ts";
import { acceptWebSocket, type WebSocketConnection } from "../../../tools/api-server/websocket.ts";

/** Channels of the protocol v5.channel.k8s.io; the first byte of a message names one. */
const CHANNEL = { stdin: 0, stdout: 1, stderr: 2, error: 3, close: 255 };

/** The lines that arrive on the stdin channel. */
function typedLines(connection: WebSocketConnection): AsyncIterable<string> {
  const lines: string[] = [];
  let rest = "";
  let ended = false as boolean;
  let wake: () => void = () => undefined;
  connection.onMessage((message) => {
    if (message[0] === CHANNEL.close) ended = true;
    if (message[0] === CHANNEL.stdin) {
      const parts = (rest + message.subarray(1).toString("utf8")).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
    }
    wake();
  });
  connection.onClose(() => {
    ended = true;
    wake();
  });
  return (async function* () {
    for (;;) {
      const line = lines.shift();
      if (line !== undefined) yield line;
      else if (ended) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  })();
}

function exitStatus(code: number): Record<string, unknown> {
  if (code === 0) return { metadata: {}, status: "Success" };
  return {
    metadata: {},
    status: "Failure",
    message: `command terminated with non-zero exit code: exit status ${code}`,
    reason: "NonZeroExitCode",
    details: { causes: [{ reason: "ExitCode", message: String(code) }] },
  };
}

async function serveExec(
  cluster: Cluster,
  url: URL,
  connection: WebSocketConnection,
): Promise<void> {
  const target = targetOf(cluster, url.pathname);
  const send = (channel: number, text: string) => {
    if (text !== "") connection.send(Buffer.from([channel, ...Buffer.from(text)]));
  };
  const input = typedLines(connection);
  try {
    const pod = await target?.collection.get(target.name ?? "", target.namespace ?? "default");
    if (!pod) throw new Error("no such pod");
    const first = textAt(listAt(pod, "spec", "containers")[0], "name") ?? "";
    const container = url.searchParams.get("container") ?? first;
    const argv = url.searchParams.getAll("command");
    const code = await cluster.exec(pod, container, argv, {
      input,
      print: (text) => {
        send(CHANNEL.stdout, text);
      },
      complain: (text) => {
        send(CHANNEL.stderr, text);
      },
    });
    send(CHANNEL.error, JSON.stringify(exitStatus(code)));
  } catch (error) {
    send(CHANNEL.error, JSON.stringify(statusOf(error)));
  }
  connection.close();
}

/**
 * Answers requests that turn the connection into a stream: exec.
 * @param cluster the cluster
 * @param request the request to upgrade
 * @param socket its connection
 */
export function upgrade(cluster: Cluster, request: IncomingMessage, socket: Duplex): void {
  const url = new URL(request.url ?? "/", "http://cluster");
  const offered = (request.headers["sec-websocket-protocol"] ?? "").split(/,\s*/);
  if (url.pathname.endsWith("/exec") && offered.includes("v5.channel.k8s.io")) {
    void serveExec(cluster, url, acceptWebSocket(request, socket, "v5.channel.k8s.io"));
    return;
  }
  socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
}
