import { at, listAt, textAt, type ApiObject } from "../objects.ts";
import {
  age,
  column,
  containers,
  count,
  name,
  none,
  pairs,
  since,
  wide,
  type Column,
} from "./columns.ts";
import { humanDuration } from "./duration.ts";

const unset = "<unset>";

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

const MODES: Record<string, string> = {
  ReadWriteOnce: "RWO",
  ReadOnlyMany: "ROX",
  ReadWriteMany: "RWX",
  ReadWriteOncePod: "RWOP",
};

function boundOnly(cell: Column["cell"]): Column["cell"] {
  return (claim, now) =>
    textAt(claim, "spec", "volumeName") === undefined ? "" : cell(claim, now);
}

/** What of a quota is used, of requests or of limits (printers.go, printResourceQuota). */
function quota(ofLimits: boolean): Column["cell"] {
  return (object) =>
    Object.entries((at(object, "status", "hard") ?? {}) as Record<string, unknown>)
      .filter(([resource]) => resource.startsWith("limits") === ofLimits)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([resource, hard]) => {
        const used = textAt(object, "status", "used", resource) ?? "0";
        return `${resource}: ${used}/${String(hard)}`;
      })
      .join(", ");
}

function subjects(kind: string): Column["cell"] {
  return (binding) =>
    listAt(binding, "subjects")
      .filter((subject) => subject["kind"] === kind)
      .map((subject) => {
        const namespace = textAt(subject, "namespace");
        return `${namespace === undefined ? "" : `${namespace}/`}${textAt(subject, "name") ?? ""}`;
      })
      .join(", ");
}

const BINDING: Column[] = [
  name,
  column(
    "Role",
    (binding) =>
      `${textAt(binding, "roleRef", "kind") ?? ""}/${textAt(binding, "roleRef", "name") ?? ""}`,
  ),
  age,
  wide("Users", subjects("User")),
  wide("Groups", subjects("Group")),
  wide("ServiceAccounts", subjects("ServiceAccount")),
];

const createdAt = column(
  "Created At",
  (object) => textAt(object, "metadata", "creationTimestamp") ?? "",
);

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

function address(type: string): Column["cell"] {
  return (node) => {
    const found = listAt(node, "status", "addresses").find((one) => one["type"] === type);
    return textAt(found, "address") ?? none;
  };
}

const info =
  (field: string): Column["cell"] =>
  (node) =>
    textAt(node, "status", "nodeInfo", field)?.replace(/^$/, "<unknown>") ?? "<unknown>";

/** Columns of the kinds that the guide shows less often, after pkg/printers/internalversion. */
export const MORE_COLUMNS: Record<string, Column[]> = {
  Node: [
    name,
    column("Status", (node) => {
      const ready = listAt(node, "status", "conditions").find(({ type }) => type === "Ready");
      const status = ready?.["status"] === "True" ? "Ready" : "NotReady";
      return at(node, "spec", "unschedulable") === true ? `${status},SchedulingDisabled` : status;
    }),
    column("Roles", () => none),
    age,
    column("Version", (node) => textAt(node, "status", "nodeInfo", "kubeletVersion") ?? ""),
    wide("Internal-IP", address("InternalIP")),
    wide("External-IP", address("ExternalIP")),
    wide("OS-Image", info("osImage")),
    wide("Kernel-Version", info("kernelVersion")),
    wide("Container-Runtime", info("containerRuntimeVersion")),
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
  PersistentVolumeClaim: [
    name,
    column("Status", (claim) => textAt(claim, "status", "phase") ?? ""),
    column("Volume", (claim) => textAt(claim, "spec", "volumeName") ?? ""),
    column(
      "Capacity",
      boundOnly((claim) => textAt(claim, "status", "capacity", "storage") ?? ""),
    ),
    column(
      "Access Modes",
      boundOnly((claim) => {
        const modes = at(claim, "status", "accessModes");
        return Array.isArray(modes) ? modes.map((mode) => MODES[String(mode)]).join(",") : "";
      }),
    ),
    column("StorageClass", (claim) => textAt(claim, "spec", "storageClassName") ?? ""),
    column(
      "VolumeAttributesClass",
      (claim) => textAt(claim, "spec", "volumeAttributesClassName") ?? unset,
    ),
    age,
    wide("VolumeMode", (claim) => textAt(claim, "spec", "volumeMode") ?? unset),
  ],
  PodDisruptionBudget: [
    name,
    column("Min Available", (budget) => textAt(budget, "spec", "minAvailable") ?? "N/A"),
    column("Max Unavailable", (budget) => textAt(budget, "spec", "maxUnavailable") ?? "N/A"),
    column("Allowed Disruptions", (budget) => count(budget, "status", "disruptionsAllowed")),
    age,
  ],
  ResourceQuota: [name, column("Request", quota(false)), column("Limit", quota(true)), age],
  LimitRange: [name, createdAt],
  ServiceAccount: [name, column("Secrets", (account) => listAt(account, "secrets").length), age],
  Role: [name, createdAt],
  ClusterRole: [name, createdAt],
  RoleBinding: BINDING,
  ClusterRoleBinding: BINDING,
  PriorityClass: [
    name,
    column("Value", (priority) => count(priority, "value")),
    column("Global-Default", (priority) => String(at(priority, "globalDefault") === true)),
    age,
    column(
      "PreemptionPolicy",
      (priority) => textAt(priority, "preemptionPolicy") ?? "PreemptLowerPriority",
    ),
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
  NetworkPolicy: [
    name,
    column("Pod-Selector", (policy) => pairs(at(policy, "spec", "podSelector", "matchLabels"))),
    age,
  ],
  IngressClass: [
    name,
    column("Controller", (one) => textAt(one, "spec", "controller") ?? ""),
    column("Parameters", () => none),
    age,
  ],
};
