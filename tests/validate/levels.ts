import type { Level } from "../../src/validate/index.ts";

/** Faults that the API server accepts, by what comes of them; it refuses the others. */
const accepted: Partial<Record<Level, readonly string[]>> = {
  warning: [
    "128m of memory",
    "duplicate key",
    "duplicate variable",
    "probe of a port without that name",
    "missing Secret",
    "missing key of a Secret",
    "missing ConfigMap",
    "missing key of a ConfigMap",
    "envFrom of a missing ConfigMap",
    "Service that selects nothing",
    "named targetPort that no container has",
    "a missing claim",
    "a missing ServiceAccount",
    "a missing pull Secret",
    "a missing Secret in a projection",
    "an image of two words",
    "binding of a missing Role",
    "HPA of a DaemonSet",
    "HPA of a misspelt kind",
    "HPA without the apiVersion of its target",
    "HPA of another version",
    "Gateway without its certificate",
    "HPA of a missing Deployment",
    "Ingress to a missing Service",
    "Ingress to a missing port",
    "HTTPRoute to a missing Gateway",
    "StatefulSet without its Service",
    "object twice in a file",
    "metric target of another type",
  ],
  advice: [
    "duplicate port",
    "targetPort that no container has",
    "a sliver of CPU",
    "a volume of nothing",
  ],
};

/** The level of a planted fault. */
export function levelOf(fault: string): Level {
  const [found] = Object.entries(accepted).find(([, faults]) => faults.includes(fault)) ?? [];
  return (found as Level | undefined) ?? "error";
}
