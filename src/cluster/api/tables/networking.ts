import { at, listAt, textAt, type ApiObject } from "../../objects.ts";
import { age, column, name, none, pairs, wide, type Column } from "./columns.ts";

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

/** Columns of Services and other networking objects, after pkg/printers/internalversion. */
export const NETWORKING: Record<string, Column[]> = {
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
  IngressClass: [
    name,
    column("Controller", (one) => textAt(one, "spec", "controller") ?? ""),
    column("Parameters", () => none),
    age,
  ],
  NetworkPolicy: [
    name,
    column("Pod-Selector", (policy) => pairs(at(policy, "spec", "podSelector", "matchLabels"))),
    age,
  ],
};
