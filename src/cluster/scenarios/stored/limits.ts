import type { Stored } from "./stored.ts";

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

/** A ResourceQuota that is used in part, and a PodDisruptionBudget that allows one disruption. */
export const LIMITS: readonly Stored[] = [
  {
    plural: "resourcequotas",
    object: { metadata: { name: "team" }, spec: { hard }, status: { hard, used } },
  },
  {
    plural: "poddisruptionbudgets",
    object: {
      metadata: { name: "api-server" },
      spec: { maxUnavailable: 1, selector: { matchLabels: { app: "api-server" } } },
      status: { disruptionsAllowed: 1, currentHealthy: 3, desiredHealthy: 2, expectedPods: 3 },
    },
  },
];
