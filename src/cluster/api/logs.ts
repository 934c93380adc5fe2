import type { LogLine } from "../images/logs.ts";
import { ApiError, at, listAt, textAt, type ApiObject } from "../objects.ts";
import { namedObject, type ApiCall } from "./call.ts";

/** The container instance whose lines are asked for. */
interface Source {
  pod: ApiObject;
  container: string;
  /** How often the container was restarted before this instance. */
  attempt: number;
  /** What it has printed up to now. */
  lines: readonly LogLine[];
}

/** The container that is asked for, or the only one. */
function containerOf(pod: ApiObject, asked: string | null): string {
  const name = pod.metadata?.name ?? "";
  const names = listAt(pod, "spec", "containers").map((one) => textAt(one, "name") ?? "");
  if (!asked && names.length > 1) {
    const choose = `a container name must be specified for pod ${name}, choose one of: [${names.join(" ")}]`;
    throw new ApiError(400, "BadRequest", choose);
  }
  const container = asked ?? names[0] ?? "";
  if (names.includes(container)) return container;
  throw new ApiError(400, "BadRequest", `container ${container} is not valid for pod ${name}`);
}

/** Finds the lines. @throws ApiError in the API server's words when there are none */
function sourceOf({ cluster, query }: ApiCall, pod: ApiObject): Source {
  const container = containerOf(pod, query.get("container"));
  const statuses = listAt(pod, "status", "containerStatuses");
  const status = statuses.find(({ name }) => name === container);
  const waiting = at(status, "state", "waiting") !== undefined;
  const restarts = Number(textAt(status, "restartCount") ?? 0);
  const previous = query.get("previous") === "true";
  // While a crashed container waits to be started again, its last instance is the current one.
  const attempt = previous && !waiting ? restarts - 1 : restarts;
  // The cluster's own programs are not among the images here: they print nothing.
  const silent = !previous && !waiting && status !== undefined;
  const { metadata: { uid = "", name = "" } = {} } = pod;
  const lines = cluster.logs.read(uid, container, attempt) ?? (silent ? [] : undefined);
  if (lines !== undefined && attempt >= 0) return { pod, container, attempt, lines };
  const reason = textAt(status, "state", "waiting", "reason") ?? "ContainerCreating";
  const message = previous
    ? `previous terminated container "${container}" in pod "${name}" not found`
    : `container "${container}" in pod "${name}" is waiting to start: ${reason}`;
  throw new ApiError(400, "BadRequest", message);
}

/** Writes lines as the client asks for them: with `--timestamps` each begins with its time. */
function lineWriter({ cluster, query }: ApiCall): (line: LogLine) => string {
  // The cluster's clock may run ahead: times are shown relative to now.
  const offset = Date.now() - cluster.now();
  const stamped = query.get("timestamps") === "true";
  return ({ time, text }) => {
    if (!stamped) return `${text}\n`;
    const stamp = new Date(time + offset).toISOString().replace("Z", "000000Z");
    return `${stamp} ${text}\n`;
  };
}

/** A text, and then the lines that are still printed, until the client leaves. */
function followed(call: ApiCall, source: Source, text: string): ReadableStream<Uint8Array> {
  const write = lineWriter(call);
  const encoder = new TextEncoder();
  const { pod, container, attempt } = source;
  let stop: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (text !== "") controller.enqueue(encoder.encode(text));
      stop = call.cluster.logs.follow(pod.metadata?.uid ?? "", container, attempt, (line) => {
        controller.enqueue(encoder.encode(write(line)));
      });
    },
    cancel: () => {
      stop();
    },
  });
}

/** Answers `kubectl logs`: the lines of a container instance, or of the one before it. */
export async function serveLogs(call: ApiCall): Promise<Response> {
  const { collection, query } = call;
  const { name, namespace } = namedObject(call);
  const source = sourceOf(call, await collection.get(name, namespace));
  const tail = Number(query.get("tailLines") ?? source.lines.length);
  const lines = tail === 0 ? [] : source.lines.slice(-tail);
  const text = lines.map(lineWriter(call)).join("");
  const body = query.get("follow") === "true" ? followed(call, source, text) : text;
  return new Response(body, { headers: { "content-type": "text/plain" } });
}
