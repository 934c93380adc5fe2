import { parseQuantity } from "../values/quantity.ts";
import { entry, get, keyOf, scalar, text, valueOf, type MapNode, type Report } from "../tree.ts";

/** Checks the bounds of an autoscaler. */
export function checkAutoscaler(node: MapNode, report: Report): void {
  const [least, most] = [scalar(node, "minReplicas") ?? 1, scalar(node, "maxReplicas")];
  const place = get(node, "maxReplicas");
  if (typeof least === "number" && typeof most === "number" && most < least && place) {
    report(valueOf(place), `is below minReplicas, which is ${least}`);
  }
}

/** The fields of a target that each source of a metric can be compared with. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  ContainerResourceMetricSource: ["averageUtilization", "averageValue"],
  ExternalMetricSource: ["value", "averageValue"],
  ObjectMetricSource: ["value", "averageValue"],
  PodsMetricSource: ["averageValue"],
  ResourceMetricSource: ["averageUtilization", "averageValue"],
};

/** The type of a target that goes with each field of it. */
const types: Readonly<Record<string, string>> = {
  averageUtilization: "Utilization",
  averageValue: "AverageValue",
  value: "Value",
};

/** Checks that the target of a metric is one that its source can be compared with. */
export function checkMetricSource(definition: string, node: MapNode, report: Report): void {
  const fields = wanted[definition] ?? [];
  const target = get(node, "target");
  if (!target) return;
  const [first, second] = fields.filter((field) => get(target, field));
  const both = second && entry(target, second);
  if (first === undefined) {
    const choice = fields.map((field) => `${field} (type: ${types[field] ?? ""})`).join(" or ");
    const why = get(target, "averageUtilization")
      ? "a utilisation is a share of what Pods request, which only Resource metrics have"
      : undefined;
    report(target, `needs ${choice}`, why);
  } else if (both && definition !== "ObjectMetricSource") {
    report(keyOf(both), `cannot be set together with "${first}"`, "keep one of them");
  } else {
    const type = get(target, "type");
    const fits = fields.some((field) => types[field] === text(type) && get(target, field));
    if (type && !fits) {
      const message = `the target has ${first}, which is type ${types[first] ?? ""}`;
      report(valueOf(type), message, undefined, "warning");
    }
  }
}

/** Checks that a target is positive. */
export function checkMetricTarget(node: MapNode, report: Report): void {
  for (const field of ["averageValue", "value"]) {
    const place = get(node, field);
    const value = scalar(place);
    if (typeof value !== "string" && typeof value !== "number") continue;
    const amount = parseQuantity(value);
    if (place && amount !== undefined && amount <= 0) report(valueOf(place), "must be more than 0");
  }
}

/** Checks how fast an autoscaler may change the number of Pods. */
export function checkScalingRules(node: MapNode, report: Report): void {
  const policies = get(node, "policies");
  // Left out, the API server fills in its own.
  if (policies?.kind === "seq" && policies.items.length === 0) {
    report(policies, "needs at least one policy");
  }
}
