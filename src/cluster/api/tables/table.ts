import type { ServedKind } from "../../kinds.ts";
import type { ApiObject } from "../../objects.ts";
import { CLUSTER } from "./cluster.ts";
import { age, name, type Column } from "./columns.ts";
import { CONFIGURATION } from "./configuration.ts";
import { NETWORKING } from "./networking.ts";
import { WORKLOADS } from "./workloads.ts";

const COLUMNS: Record<string, Column[]> = {
  ...WORKLOADS,
  ...NETWORKING,
  ...CONFIGURATION,
  ...CLUSTER,
};

/**
 * Shows objects as the API server's Tables do, which `kubectl get` prints.
 * @param kind the objects' kind
 * @param objects the objects
 * @param options the cluster's time, the list's revision, and whether a row carries its object
 * @returns the Table
 */
export function table(
  kind: ServedKind,
  objects: readonly ApiObject[],
  options: { now: number; revision?: string | undefined; include: string; header?: boolean },
): Record<string, unknown> {
  const columns = COLUMNS[kind.kind] ?? [name, age];
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
