import type { Kind } from "../kinds.ts";
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
import { MORE_COLUMNS } from "./more-columns.ts";
import { podCells } from "./pod-cells.ts";

function size(object: ApiObject, ...fields: string[]): number {
  return fields.reduce((sum, field) => sum + Object.keys(at(object, field) ?? {}).length, 0);
}

const workload: Column[] = [
  wide("Containers", containers("name")),
  wide("Images", containers("image")),
  wide("Selector", (object) => pairs(at(object, "spec", "selector", "matchLabels"))),
];

function servicePorts(service: ApiObject): string {
  const ports = listAt(service, "spec", "ports").map((port) => {
    const node = textAt(port, "nodePort");
    return `${textAt(port, "port") ?? ""}${node ? `:${node}` : ""}/${textAt(port, "protocol") ?? "TCP"}`;
  });
  return ports.join(",") || none;
}

function shortened(values: readonly string[]): string {
  const more = values.length - 3;
  const shown = values.slice(0, 3).join(",");
  return more > 0 ? `${shown} + ${more} more...` : shown || "<unset>";
}

function eventSource(event: ApiObject): string {
  const component = textAt(event, "source", "component") ?? textAt(event, "reportingComponent");
  const host = textAt(event, "source", "host");
  return [component, host].filter(Boolean).join(", ");
}

const lastSeen = (event: ApiObject) => textAt(event, "lastTimestamp") ?? textAt(event, "eventTime");

const COLUMNS: Record<string, Column[]> = {
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
  Service: [
    name,
    column("Type", (object) => textAt(object, "spec", "type") ?? "ClusterIP"),
    column("Cluster-IP", (object) => textAt(object, "spec", "clusterIP") ?? none),
    column("External-IP", () => none),
    column("Port(s)", servicePorts),
    age,
    wide("Selector", (object) => pairs(at(object, "spec", "selector"))),
  ],
  EndpointSlice: [
    name,
    column("AddressType", (slice) => textAt(slice, "addressType") ?? ""),
    column("Ports", (slice) =>
      shortened(listAt(slice, "ports").map((port) => textAt(port, "port") ?? "*")),
    ),
    column("Endpoints", (slice) =>
      shortened(listAt(slice, "endpoints").flatMap(({ addresses }) => addresses as string[])),
    ),
    age,
  ],
  ConfigMap: [name, column("Data", (object) => size(object, "data", "binaryData")), age],
  Secret: [
    name,
    column("Type", (object) => textAt(object, "type") ?? ""),
    column("Data", (object) => size(object, "data")),
    age,
  ],
  Namespace: [name, column("Status", (object) => textAt(object, "status", "phase") ?? ""), age],
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
  Ingress: [
    name,
    column("Class", (object) => textAt(object, "spec", "ingressClassName") ?? none),
    column("Hosts", (object) =>
      listAt(object, "spec", "rules")
        .map((rule) => textAt(rule, "host") ?? "*")
        .join(","),
    ),
    column("Address", () => ""),
    column("Ports", (object) => (listAt(object, "spec", "tls").length > 0 ? "80, 443" : "80")),
    age,
  ],
};

/**
 * Shows objects as the API server's Tables do, which `kubectl get` prints.
 * @param kind the objects' kind
 * @param objects the objects
 * @param options the cluster's time, the list's revision, and whether a row carries its object
 * @returns the Table
 */
export function table(
  kind: Kind,
  objects: readonly ApiObject[],
  options: { now: number; revision?: string | undefined; include: string; header?: boolean },
): Record<string, unknown> {
  const columns = COLUMNS[kind.kind] ?? MORE_COLUMNS[kind.kind] ?? [name, age];
  return {
    kind: "Table",
    apiVersion: "meta.k8s.io/v1",
    metadata: options.revision === undefined ? {} : { resourceVersion: options.revision },
    columnDefinitions:
      options.header === false
        ? null
        : columns.map((one) => ({
            name: one.name,
            type: "string",
            format: one.name === "Name" ? "name" : "",
            description: one.name,
            priority: one.wide ? 1 : 0,
          })),
    rows: objects.map((object) => ({
      cells: columns.map(({ cell }) => cell(object, options.now)),
      object:
        options.include === "Object"
          ? object
          : {
              kind: "PartialObjectMetadata",
              apiVersion: "meta.k8s.io/v1",
              metadata: object.metadata,
            },
    })),
  };
}
