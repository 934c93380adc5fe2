import { listAt, textAt } from "../objects.ts";
import { authorize } from "./authorize.ts";
import { methodNotAllowed, namedObject, type ApiCall } from "./call.ts";
import { statusOf } from "./status.ts";

/** Two directions of whole messages. */
export interface MessageStreams {
  readable: ReadableStream<Uint8Array>;
  writable: WritableStream<Uint8Array>;
}

/** Channels of the protocol v5.channel.k8s.io; the first byte of a message names one. */
const CHANNEL = { stdin: 0, stdout: 1, stderr: 2, error: 3, close: 255 };

/** The lines that arrive on the stdin channel; the last one may lack its line feed. */
async function* typedLines(messages: ReadableStreamDefaultReader<Uint8Array>) {
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value } = await messages.read();
    if (value === undefined || value[0] === CHANNEL.close) break;
    if (value[0] !== CHANNEL.stdin) continue;
    const lines = (rest + decoder.decode(value.subarray(1), { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
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

/** Runs the program. @returns its exit status */
async function run(
  call: ApiCall,
  input: AsyncIterable<string>,
  send: (channel: number, text: string) => void,
): Promise<number> {
  if (call.subresource !== "exec") throw methodNotAllowed();
  // Over a WebSocket the request is a GET; running a program is a creation all the same.
  await authorize({ ...call, verb: "create" });
  const { name, namespace } = namedObject(call);
  const pod = await call.collection.get(name, namespace);
  const first = textAt(listAt(pod, "spec", "containers")[0], "name") ?? "";
  const container = call.query.get("container") ?? first;
  return call.cluster.exec(pod, container, call.query.getAll("command"), {
    input,
    print: (text) => {
      send(CHANNEL.stdout, text);
    },
    complain: (text) => {
      send(CHANNEL.stderr, text);
    },
  });
}

/**
 * Answers `kubectl exec`. A failure to start is reported on the error channel, like an exit status.
 * @param read takes the request apart; what it throws is told to the client
 */
export async function serveExec(read: () => ApiCall, streams: MessageStreams): Promise<void> {
  const writer = streams.writable.getWriter();
  const reader = streams.readable.getReader();
  const encoder = new TextEncoder();
  const send = (channel: number, text: string) => {
    if (text === "") return;
    // Nobody is left to report to when the client has disconnected.
    writer.write(Uint8Array.of(channel, ...encoder.encode(text))).catch(() => undefined);
  };
  try {
    const code = await run(read(), typedLines(reader), send);
    send(CHANNEL.error, JSON.stringify(exitStatus(code)));
  } catch (error) {
    send(CHANNEL.error, JSON.stringify(statusOf(error)));
  }
  await writer.close().catch(() => undefined);
  await reader.cancel().catch(() => undefined);
}
