import type { Stored } from "./stored.ts";

const labels = { app: "queue" };

/** A StatefulSet whose three Pods are ready. */
export const QUEUE: Stored = {
  plural: "statefulsets",
  object: {
    metadata: { name: "queue" },
    spec: {
      replicas: 3,
      serviceName: "queue",
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: "queue", image: "myrepo/queue:v1.0.0" }] },
      },
    },
    status: {
      replicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      currentReplicas: 3,
      updatedReplicas: 3,
    },
  },
};
