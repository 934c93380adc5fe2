import type { ApiObject } from "../objects.ts";

/** An object of the cluster's store, and where it is kept. */
interface Stored {
  plural: string;
  object: ApiObject;
}

const HOUR = 3_600_000;
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

/**
 * The Pod that the Job `migrate` has run. It stands where no page drains a node.
 * @returns the Pod, to be created
 */
export function migratePod(): ApiObject {
  const { metadata, spec } = task("migrate", MIGRATE);
  return {
    metadata: { name: "migrate-7x2kq", ...metadata },
    spec: { ...spec, nodeName: "node-1" },
  };
}

/**
 * Objects that no controller of the cluster acts on, with the status that one would write.
 * @param now the cluster's time, milliseconds since 1970
 * @returns the objects
 */
export function storedObjects(now: number): Stored[] {
  const time = (ago: number) => new Date(now - ago).toISOString();
  const role = { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "config-reader" };
  const subject = { kind: "ServiceAccount", name: "api-server", namespace: "default" };
  const readers = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get", "list", "watch"] }];
  const storage = { storage: "10Gi" };
  const claim = {
    accessModes: ["ReadWriteOnce"],
    resources: { requests: storage },
    storageClassName: "standard",
    volumeMode: "Filesystem",
    volumeName: "pvc-3f0f0b1e-6c0e-4c39-9a36-5f6a7c1d2b90",
  };
  const bound = { phase: "Bound", accessModes: ["ReadWriteOnce"], capacity: storage };
  const hard = {
    "limits.memory": "8Gi",
    pods: "50",
    "requests.cpu": "4",
    "requests.memory": "4Gi",
  };
  const used = {
    "limits.memory": "768Mi",
    pods: "5",
    "requests.cpu": "300m",
    "requests.memory": "384Mi",
  };
  const complete = {
    type: "Complete",
    status: "True",
    lastProbeTime: time(HOUR),
    lastTransitionTime: time(HOUR),
  };
  const job = {
    backoffLimit: 2,
    completions: 1,
    parallelism: 1,
    selector: { matchLabels: { "batch.kubernetes.io/controller-uid": CONTROLLER } },
    template: task("migrate", MIGRATE),
  };
  const ran = {
    conditions: [complete],
    startTime: time(HOUR + 9000),
    completionTime: time(HOUR),
    succeeded: 1,
    ready: 0,
  };
  const cron = {
    schedule: "30 3 * * *",
    timeZone: "Europe/London",
    concurrencyPolicy: "Forbid",
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
    jobTemplate: { spec: { template: task("cleanup", { app: "cleanup" }) } },
  };
  const queue = {
    replicas: 3,
    serviceName: "queue",
    selector: { matchLabels: { app: "queue" } },
    template: {
      metadata: { labels: { app: "queue" } },
      spec: { containers: [{ name: "queue", image: "myrepo/queue:v1.0.0" }] },
    },
  };
  const queued = {
    replicas: 3,
    readyReplicas: 3,
    availableReplicas: 3,
    currentReplicas: 3,
    updatedReplicas: 3,
  };
  const budget = { maxUnavailable: 1, selector: { matchLabels: { app: "api-server" } } };
  const healthy = { disruptionsAllowed: 1, currentHealthy: 3, desiredHealthy: 2, expectedPods: 3 };
  const named = (name: string) => ({ metadata: { name } });
  const critical = (name: string, value: number): Stored => ({
    plural: "priorityclasses",
    object: {
      ...named(name),
      value,
      globalDefault: false,
      preemptionPolicy: "PreemptLowerPriority",
    },
  });
  return [
    critical("system-cluster-critical", 2_000_000_000),
    critical("system-node-critical", 2_000_001_000),
    { plural: "serviceaccounts", object: named("default") },
    { plural: "serviceaccounts", object: named("api-server") },
    { plural: "roles", object: { ...named("config-reader"), rules: readers } },
    {
      plural: "rolebindings",
      object: { ...named("api-server-config-reader"), subjects: [subject], roleRef: role },
    },
    {
      plural: "persistentvolumeclaims",
      object: { ...named("uploads"), spec: claim, status: bound },
    },
    {
      plural: "resourcequotas",
      object: { ...named("team"), spec: { hard }, status: { hard, used } },
    },
    {
      plural: "poddisruptionbudgets",
      object: { ...named("api-server"), spec: budget, status: healthy },
    },
    {
      plural: "jobs",
      object: { metadata: { name: "migrate", labels: MIGRATE }, spec: job, status: ran },
    },
    {
      plural: "cronjobs",
      object: { ...named("cleanup"), spec: cron, status: { lastScheduleTime: time(5 * HOUR) } },
    },
    { plural: "statefulsets", object: { ...named("queue"), spec: queue, status: queued } },
  ];
}
