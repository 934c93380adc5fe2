import { at, listAt, textAt, type ApiObject } from "../../objects.ts";
import {
  age,
  column,
  containers,
  count,
  name,
  none,
  pairs,
  since,
  unset,
  wide,
  type Column,
} from "./columns.ts";
import { humanDuration } from "./duration.ts";
import { podCells } from "./pod-cells.ts";

const workload: Column[] = [
  wide("Containers", containers("name")),
  wide("Images", containers("image")),
  wide("Selector", (object) => pairs(at(object, "spec", "selector", "matchLabels"))),
];

function hasCondition(object: ApiObject, wanted: string): boolean {
  return listAt(object, "status", "conditions").some(
    ({ type, status }) => type === wanted && status === "True",
  );
}

function jobStatus(job: ApiObject): string {
  if (hasCondition(job, "Complete")) return "Complete";
  if (hasCondition(job, "Failed")) return "Failed";
  if (job.metadata?.deletionTimestamp !== undefined) return "Terminating";
  return hasCondition(job, "Suspended") ? "Suspended" : "Running";
}

function jobDuration(job: ApiObject, now: number): string {
  const start = textAt(job, "status", "startTime");
  if (start === undefined) return "";
  const end = textAt(job, "status", "completionTime");
  return humanDuration((end === undefined ? now : Date.parse(end)) - Date.parse(start));
}

function metrics(scaler: ApiObject): string {
  const shown = listAt(scaler, "spec", "metrics").map((metric, index) => {
    const current = textAt(
      listAt(scaler, "status", "currentMetrics")[index],
      ...["resource", "current", "averageUtilization"],
    );
    const target = textAt(metric, "resource", "target", "averageUtilization");
    const resource = textAt(metric, "resource", "name") ?? "";
    const found = current === undefined ? "<unknown>" : `${current}%`;
    return `${resource}: ${found}/${target === undefined ? "<auto>" : `${target}%`}`;
  });
  return shown.join(", ") || none;
}

/** Columns of workloads, after pkg/printers/internalversion. */
export const WORKLOADS: Record<string, Column[]> = {
  Pod: [
    name,
    column("Ready", (pod, now) => podCells(pod, now).ready),
    column("Status", (pod, now) => podCells(pod, now).status),
    column("Restarts", (pod, now) => podCells(pod, now).restarts),
    age,
    wide("IP", (pod) => textAt(pod, "status", "podIP") ?? none),
    wide("Node", (pod) => textAt(pod, "spec", "nodeName") ?? none),
    wide("Nominated Node", (pod) => textAt(pod, "status", "nominatedNodeName") ?? none),
    wide("Readiness Gates", () => none),
  ],
  Deployment: [
    name,
    column(
      "Ready",
      (object) =>
        `${count(object, "status", "readyReplicas")}/${count(object, "spec", "replicas")}`,
    ),
    column("Up-to-date", (object) => count(object, "status", "updatedReplicas")),
    column("Available", (object) => count(object, "status", "availableReplicas")),
    age,
    ...workload,
  ],
  ReplicaSet: [
    name,
    column("Desired", (object) => count(object, "spec", "replicas")),
    column("Current", (object) => count(object, "status", "replicas")),
    column("Ready", (object) => count(object, "status", "readyReplicas")),
    age,
    ...workload,
  ],
  StatefulSet: [
    name,
    column(
      "Ready",
      (set) => `${count(set, "status", "readyReplicas")}/${count(set, "spec", "replicas")}`,
    ),
    age,
    wide("Containers", containers("name")),
    wide("Images", containers("image")),
  ],
  Job: [
    name,
    column("Status", jobStatus),
    column("Completions", (job) => {
      const wanted = textAt(job, "spec", "completions") ?? "1";
      return `${count(job, "status", "succeeded")}/${wanted}`;
    }),
    column("Duration", jobDuration),
    age,
    wide("Containers", containers("name")),
    wide("Images", containers("image")),
    wide("Selector", (job) => pairs(at(job, "spec", "selector", "matchLabels"))),
  ],
  CronJob: [
    name,
    column("Schedule", (job) => textAt(job, "spec", "schedule") ?? ""),
    column("Timezone", (job) => textAt(job, "spec", "timeZone") ?? none),
    column("Suspend", (job) => (at(job, "spec", "suspend") === true ? "True" : "False")),
    column("Active", (job) => listAt(job, "status", "active").length),
    column("Last Schedule", (job, now) => {
      const last = textAt(job, "status", "lastScheduleTime");
      return last === undefined ? none : since(last, now);
    }),
    age,
    wide("Containers", containers("name", "spec", "jobTemplate", "spec", "template")),
    wide("Images", containers("image", "spec", "jobTemplate", "spec", "template")),
    wide("Selector", () => none),
  ],
  PodDisruptionBudget: [
    name,
    column("Min Available", (budget) => textAt(budget, "spec", "minAvailable") ?? "N/A"),
    column("Max Unavailable", (budget) => textAt(budget, "spec", "maxUnavailable") ?? "N/A"),
    column("Allowed Disruptions", (budget) => count(budget, "status", "disruptionsAllowed")),
    age,
  ],
  HorizontalPodAutoscaler: [
    name,
    column(
      "Reference",
      (scaler) =>
        `${textAt(scaler, "spec", "scaleTargetRef", "kind") ?? ""}/${textAt(scaler, "spec", "scaleTargetRef", "name") ?? ""}`,
    ),
    column("Targets", metrics),
    column("MinPods", (scaler) => textAt(scaler, "spec", "minReplicas") ?? unset),
    column("MaxPods", (scaler) => count(scaler, "spec", "maxReplicas")),
    column("Replicas", (scaler) => count(scaler, "status", "currentReplicas")),
    age,
  ],
};
