import { RBAC } from "./rbac.ts";
import { cleanupCronJob, migrateJob } from "./batch.ts";
import { CLAIM } from "./claim.ts";
import { LIMITS } from "./limits.ts";
import { PRIORITIES } from "./priorities.ts";
import { QUEUE } from "./queue.ts";
import type { Ago, Stored } from "./stored.ts";

/**
 * Objects that no controller of the cluster acts on, with the status that one would write.
 * @param now the cluster's time, milliseconds since 1970
 */
export function storedObjects(now: number): Stored[] {
  const ago: Ago = (milliseconds) => new Date(now - milliseconds).toISOString();
  return [...PRIORITIES, ...RBAC, CLAIM, ...LIMITS, migrateJob(ago), cleanupCronJob(ago), QUEUE];
}
