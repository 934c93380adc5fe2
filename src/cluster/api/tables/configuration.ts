import { at, listAt, textAt, type ApiObject } from "../../objects.ts";
import { age, column, count, name, unset, wide, type Column } from "./columns.ts";

function size(object: ApiObject, ...fields: string[]): number {
  return fields.reduce((sum, field) => sum + Object.keys(at(object, field) ?? {}).length, 0);
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

/** How much of a quota is used, of its requests or its limits (printers.go, printResourceQuota). */
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

/** Columns of configuration, storage and policy objects, after pkg/printers/internalversion. */
export const CONFIGURATION: Record<string, Column[]> = {
  ConfigMap: [name, column("Data", (object) => size(object, "data", "binaryData")), age],
  Secret: [
    name,
    column("Type", (object) => textAt(object, "type") ?? ""),
    column("Data", (object) => size(object, "data")),
    age,
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
};
