import { at, listAt, textAt, type ApiObject } from "../../objects.ts";
import { age, column, count, name, none, since, wide, type Column } from "./columns.ts";

function eventSource(event: ApiObject): string {
  const component = textAt(event, "source", "component") ?? textAt(event, "reportingComponent");
  const host = textAt(event, "source", "host");
  return [component, host].filter(Boolean).join(", ");
}

const lastSeen = (event: ApiObject) => textAt(event, "lastTimestamp") ?? textAt(event, "eventTime");

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

/** Columns of cluster objects, after pkg/printers/internalversion. */
export const CLUSTER: Record<string, Column[]> = {
  Namespace: [name, column("Status", (object) => textAt(object, "status", "phase") ?? ""), age],
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
  Event: [
    column("Last Seen", (event, now) => since(lastSeen(event), now)),
    column("Type", (event) => textAt(event, "type") ?? ""),
    column("Reason", (event) => textAt(event, "reason") ?? ""),
    column("Object", (event) => {
      const kind = textAt(event, "involvedObject", "kind") ?? "";
      return `${kind.toLowerCase()}/${textAt(event, "involvedObject", "name") ?? ""}`;
    }),
    wide("Subobject", (event) => textAt(event, "involvedObject", "fieldPath") ?? ""),
    wide("Source", eventSource),
    column("Message", (event) => textAt(event, "message")?.trim() ?? ""),
    wide("First Seen", (event, now) => since(textAt(event, "firstTimestamp"), now)),
    wide("Count", (event) => count(event, "count")),
    wide("Name", ({ metadata }) => metadata?.name ?? ""),
  ],
};
