import { at, listAt, textAt, type ApiObject } from "../../objects.ts";
import { humanDuration } from "./duration.ts";

/** What `kubectl get pods` prints of a Pod beside its name and age. */
export interface PodCells {
  ready: string;
  status: string;
  restarts: string;
}

type Status = Record<string, unknown>;

function reasonOf(status: Status): string | undefined {
  const waiting = textAt(status, "state", "waiting", "reason");
  if (waiting) return waiting;
  const terminated = at(status, "state", "terminated");
  if (terminated === undefined) return undefined;
  const code = textAt(terminated, "exitCode") ?? "0";
  return textAt(terminated, "reason") ?? `ExitCode:${code}`;
}

function statusOf(pod: ApiObject, statuses: readonly Status[]): string {
  const phase = textAt(pod, "status", "phase") ?? "Unknown";
  let status = textAt(pod, "status", "reason") ?? phase;
  let running = false;
  for (const container of statuses.toReversed()) {
    const reason = reasonOf(container);
    if (reason) status = reason;
    else if (container["ready"] === true) running = true;
  }
  if (status === "Completed" && running) {
    const ready = listAt(pod, "status", "conditions").find(({ type }) => type === "Ready");
    status = ready?.["status"] === "True" ? "Running" : "NotReady";
  }
  const ended = phase === "Succeeded" || phase === "Failed";
  return pod.metadata?.deletionTimestamp && !ended ? "Terminating" : status;
}

/**
 * Computes the cells of a Pod as the API server's printer does.
 * @param pod the Pod
 * @param now the cluster's time
 * @returns READY, STATUS and RESTARTS
 */
export function podCells(pod: ApiObject, now: number): PodCells {
  const statuses = listAt(pod, "status", "containerStatuses");
  const ready = statuses.filter(
    (status) => status["ready"] === true && at(status, "state", "running") !== undefined,
  );
  const restarts = statuses.reduce((sum, { restartCount }) => sum + Number(restartCount ?? 0), 0);
  const ends = statuses
    .map((status) => textAt(status, "lastState", "terminated", "finishedAt"))
    .filter((time) => time !== undefined)
    .map((time) => Date.parse(time));
  const last = ends.length > 0 ? ` (${humanDuration(now - Math.max(...ends))} ago)` : "";
  return {
    ready: `${ready.length}/${listAt(pod, "spec", "containers").length}`,
    status: statusOf(pod, statuses),
    restarts: `${restarts}${restarts > 0 ? last : ""}`,
  };
}
