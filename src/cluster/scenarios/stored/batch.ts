import type { ApiObject } from "../../objects.ts";
import { HOUR, type Ago, type Stored } from "./stored.ts";

const CONTROLLER = "6f1c9d1e-8a55-4f0b-b6a4-0d3f5c0e7a21";
const MIGRATE = {
  app: "migrate",
  "batch.kubernetes.io/controller-uid": CONTROLLER,
  "batch.kubernetes.io/job-name": "migrate",
  "controller-uid": CONTROLLER,
  "job-name": "migrate",
};
const IMAGE = "myrepo/api-server:v1.2.3";

function task(name: string, labels: Record<string, string>) {
  const containers = [{ name, image: IMAGE, args: [name] }];
  return { metadata: { labels }, spec: { restartPolicy: "Never", containers } };
}

/** The Pod that the Job `migrate` has run, on a node that no page drains. */
export function migratePod(): ApiObject {
  const { metadata, spec } = task("migrate", MIGRATE);
  return {
    metadata: { name: "migrate-7x2kq", ...metadata },
    spec: { ...spec, nodeName: "node-1" },
  };
}

/** A Job that took nine seconds, an hour ago. */
export function migrateJob(ago: Ago): Stored {
  const condition = { lastProbeTime: ago(HOUR), lastTransitionTime: ago(HOUR) };
  const spec = {
    backoffLimit: 2,
    completions: 1,
    parallelism: 1,
    selector: { matchLabels: { "batch.kubernetes.io/controller-uid": CONTROLLER } },
    template: task("migrate", MIGRATE),
  };
  const status = {
    conditions: [{ type: "Complete", status: "True", ...condition }],
    startTime: ago(HOUR + 9000),
    completionTime: ago(HOUR),
    succeeded: 1,
    ready: 0,
  };
  return {
    plural: "jobs",
    object: { metadata: { name: "migrate", labels: MIGRATE }, spec, status },
  };
}

/** A CronJob that ran five hours ago. */
export function cleanupCronJob(ago: Ago): Stored {
  const spec = {
    schedule: "30 3 * * *",
    timeZone: "Europe/London",
    concurrencyPolicy: "Forbid",
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
    jobTemplate: { spec: { template: task("cleanup", { app: "cleanup" }) } },
  };
  const status = { lastScheduleTime: ago(5 * HOUR) };
  return { plural: "cronjobs", object: { metadata: { name: "cleanup" }, spec, status } };
}
