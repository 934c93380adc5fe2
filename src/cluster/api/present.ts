import type { ApiObject } from "../objects.ts";

const TIMES =
  /^(?:creationTimestamp|deletionTimestamp|startTime|completionTime|startedAt|finishedAt|last\w*Time|firstTimestamp|lastTimestamp|eventTime)$/;

/** Lists and maps that the API server leaves out when they are empty. */
const EMPTY =
  /^(?:annotations|finalizers|ownerReferences|initContainerStatuses|ephemeralContainerStatuses)$/;

/** Counts of a status that it leaves out when they are zero. */
const ZERO =
  /^(?:readyReplicas|availableReplicas|unavailableReplicas|updatedReplicas|fullyLabeledReplicas)$/;

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/**
 * Makes objects of the cluster look as the API server sends them: its clock may run ahead of the
 * machine's, so times are shown by their distance from now, in whole seconds.
 * @param value an object, a list, or any part of one; it is not changed
 * @param offset milliseconds to add to the cluster's times to get the machine's
 * @returns the presented copy
 */
export function present<Value>(value: Value, offset: number): Value {
  const whole = Math.round(offset / 1000) * 1000;
  const shown = JSON.parse(JSON.stringify(value), (key, part: unknown) => {
    if (TIMES.test(key) && typeof part === "string") {
      const time = new Date(Date.parse(part) + whole).toISOString();
      // With their fractions, the scheduler's events would come after others of the same second.
      return time.replace(/\.\d+Z$/, key === "eventTime" ? ".000000Z" : "Z");
    }
    if (ZERO.test(key) && part === 0) return undefined;
    return EMPTY.test(key) && isEmpty(part) ? undefined : part;
  }) as Value;
  return shown;
}

/**
 * Presents one object.
 * @param object the object
 * @param clusterNow the cluster's time
 * @returns the presented copy
 */
export function presentNow(object: ApiObject, clusterNow: number): ApiObject {
  return present(object, Date.now() - clusterNow);
}
