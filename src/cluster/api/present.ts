import type { ApiObject } from "../objects.ts";

/** Where times are in an object; a list has the times of its items. */
type Times = "seconds" | "microseconds" | { readonly [field: string]: Times };

const METADATA = {
  creationTimestamp: "seconds",
  deletionTimestamp: "seconds",
  managedFields: { time: "seconds" },
} as const;

const CONTAINER_STATE = {
  running: { startedAt: "seconds" },
  terminated: { startedAt: "seconds", finishedAt: "seconds" },
} as const;

const CONTAINER_STATUS = { state: CONTAINER_STATE, lastState: CONTAINER_STATE } as const;

/** The times of every kind: clients write them nowhere else, so `data.startTime` is a text. */
const OBJECT: Times = {
  metadata: METADATA,
  status: {
    startTime: "seconds",
    completionTime: "seconds",
    lastScheduleTime: "seconds",
    lastSuccessfulTime: "seconds",
    lastScaleTime: "seconds",
    conditions: {
      lastTransitionTime: "seconds",
      lastProbeTime: "seconds",
      lastUpdateTime: "seconds",
      lastHeartbeatTime: "seconds",
    },
    containerStatuses: CONTAINER_STATUS,
    initContainerStatuses: CONTAINER_STATUS,
    ephemeralContainerStatuses: CONTAINER_STATUS,
  },
};

const EVENT: Times = {
  metadata: METADATA,
  firstTimestamp: "seconds",
  lastTimestamp: "seconds",
  eventTime: "microseconds",
  series: { lastObservedTime: "microseconds" },
};

/** Lists and maps that the API server leaves out when they are empty. */
const EMPTY =
  /^(?:annotations|finalizers|ownerReferences|initContainerStatuses|ephemeralContainerStatuses)$/;

/** Counts of a status that it leaves out when they are zero. */
const ZERO =
  /^(?:readyReplicas|availableReplicas|unavailableReplicas|updatedReplicas|fullyLabeledReplicas)$/;

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** A time in whole seconds; a text that is no time stays as it is. */
function shiftedTime(value: string, precision: string, shift: number): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return value;
  // With their fractions, the scheduler's events would come after others of the same second.
  const end = precision === "microseconds" ? ".000000Z" : "Z";
  return new Date(time + shift).toISOString().replace(/\.\d+Z$/, end);
}

function shifted(value: unknown, times: Times | undefined, shift: number): unknown {
  if (times === undefined) return value;
  if (typeof times === "string") {
    return typeof value === "string" ? shiftedTime(value, times, shift) : value;
  }
  if (Array.isArray(value)) return value.map((item) => shifted(item, times, shift));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([field, part]) => [
    field,
    shifted(part, Object.hasOwn(times, field) ? times[field] : undefined, shift),
  ]);
  return Object.fromEntries(fields);
}

/**
 * Makes an object look as the API server sends it: its clock may run ahead of the client's, so
 * times are shown relative to now, in whole seconds.
 * @param object an object; it is not changed
 * @param offset milliseconds to add to the cluster's times to get the client's
 */
export function present(object: ApiObject, offset: number): ApiObject {
  const shown: unknown = JSON.parse(JSON.stringify(object), (key, part: unknown) => {
    if (ZERO.test(key) && part === 0) return undefined;
    return EMPTY.test(key) && isEmpty(part) ? undefined : part;
  });
  const times = object.kind === "Event" ? EVENT : OBJECT;
  return shifted(shown, times, Math.round(offset / 1000) * 1000) as ApiObject;
}

/**
 * Presents an object to a client of this moment.
 * @param clusterNow the cluster's time, milliseconds since 1970
 */
export function presentNow(object: ApiObject, clusterNow: number): ApiObject {
  return present(object, Date.now() - clusterNow);
}
