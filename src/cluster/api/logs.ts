import type { ServerResponse } from "node:http";
import type { Cluster } from "../cluster.ts";
import type { LogLine } from "../images/logs.ts";
import { ApiError, at, listAt, textAt } from "../objects.ts";
import { notFound } from "../collections/collection.ts";
import type { Target } from "./request.ts";

/**
 * Answers `kubectl logs`: the lines of a container instance, the previous one, or as they come.
 * @param cluster the cluster
 * @param target the Pod
 * @param query the request's query
 * @param response where to
 * @throws ApiError in the API server's words when there are no such logs
 */
export async function serveLogs(
  cluster: Cluster,
  target: Target,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const { name, collection } = target;
  if (name === undefined) throw notFound(collection.kind, "");
  const pod = await collection.get(name, target.namespace ?? "default");
  const names = listAt(pod, "spec", "containers").map((one) => textAt(one, "name") ?? "");
  const container = query.get("container") ?? names[0] ?? "";
  if (!query.get("container") && names.length > 1) {
    const choose = `a container name must be specified for pod ${name}, choose one of: [${names.join(" ")}]`;
    throw new ApiError(400, "BadRequest", choose);
  }
  if (!names.includes(container)) {
    const message = `container ${container} is not valid for pod ${name}`;
    throw new ApiError(400, "BadRequest", message);
  }
  const status = listAt(pod, "status", "containerStatuses").find(
    (one) => one["name"] === container,
  );
  const waiting = at(status, "state", "waiting") !== undefined;
  const restarts = Number(textAt(status, "restartCount") ?? 0);
  const uid = pod.metadata?.uid ?? "";
  const previous = query.get("previous") === "true";
  // While a crashed container waits to be started again, its last instance is the current one.
  const attempt = previous && !waiting ? restarts - 1 : restarts;
  // The cluster's own programs are not the cluster's images: they print nothing.
  const silent = !previous && !waiting && status !== undefined;
  const lines = cluster.logs.read(uid, container, attempt) ?? (silent ? [] : undefined);
  if (lines === undefined || attempt < 0) {
    const which = previous ? "previous terminated container" : "container";
    const reason = textAt(status, "state", "waiting", "reason");
    const message = previous
      ? `${which} "${container}" in pod "${name}" not found`
      : `container "${container}" in pod "${name}" is waiting to start: ${reason ?? "ContainerCreating"}`;
    throw new ApiError(400, "BadRequest", message);
  }
  const offset = Date.now() - cluster.now();
  const stamped = query.get("timestamps") === "true";
  const tail = Number(query.get("tailLines") ?? lines.length);
  const write = ({ time, text }: LogLine) => {
    const stamp = stamped
      ? `${new Date(time + offset).toISOString().replace("Z", "000000Z")} `
      : "";
    response.write(`${stamp}${text}\n`);
  };
  response.writeHead(200, { "content-type": "text/plain" });
  for (const line of tail === 0 ? [] : lines.slice(-tail)) write(line);
  if (query.get("follow") !== "true") {
    response.end();
    return;
  }
  response.flushHeaders();
  const stop = cluster.logs.follow(uid, container, attempt, write);
  response.on("close", stop);
}
