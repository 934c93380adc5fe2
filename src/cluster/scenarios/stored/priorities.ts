import type { Stored } from "./stored.ts";

function critical(name: string, value: number): Stored {
  const policy = { globalDefault: false, preemptionPolicy: "PreemptLowerPriority" };
  return { plural: "priorityclasses", object: { metadata: { name }, value, ...policy } };
}

/** The PriorityClasses that every cluster has. */
export const PRIORITIES: readonly Stored[] = [
  critical("system-cluster-critical", 2_000_000_000),
  critical("system-node-critical", 2_000_001_000),
];
