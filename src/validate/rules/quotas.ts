import { parseQuantity } from "../values/quantity.ts";
import { didYouMean } from "../suggest.ts";
import {
  entries,
  entry,
  get,
  items,
  keyOf,
  scalar,
  text,
  valueOf,
  type MapNode,
  type Node,
  type Report,
} from "../tree.ts";

const counted = [
  "configmaps",
  "persistentvolumeclaims",
  "pods",
  "replicationcontrollers",
  "resourcequotas",
  "secrets",
  "services",
  "services.loadbalancers",
  "services.nodeports",
];
const measured = ["cpu", "memory", "ephemeral-storage"];
const known = [
  ...counted,
  ...measured,
  ...measured.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  "requests.storage",
  "storage",
];

function amount(node: Node | undefined): number | undefined {
  const value = scalar(node);
  return typeof value === "string" || typeof value === "number" ? parseQuantity(value) : undefined;
}

/** Checks what a quota limits. */
export function checkQuota(node: MapNode, report: Report): void {
  for (const one of entries(get(node, "hard"))) {
    const value = amount(one.value);
    const free = one.key.includes("/") || /(?:^|\.)hugepages-/.test(one.key);
    if (!free && !known.includes(one.key)) {
      report(keyOf(one), `a quota knows no "${one.key}"`, didYouMean(one.key, known));
    } else if (value !== undefined && value < 0) report(valueOf(one.value), "must not be negative");
    else if (value !== undefined && !Number.isInteger(value)) {
      if (counted.includes(one.key) || one.key.startsWith("count/")) {
        report(valueOf(one.value), "must be a whole number");
      }
    }
  }
}

/** Pairs of fields of a limit of which the first may not be above the second. */
const ordered = [
  ["min", "max"],
  ["min", "default"],
  ["min", "defaultRequest"],
  ["defaultRequest", "default"],
  ["defaultRequest", "max"],
  ["default", "max"],
] as const;

/** Checks the bounds of a LimitRange against each other. */
export function checkLimitRange(node: MapNode, report: Report): void {
  for (const item of items(get(node, "limits"))) {
    const misplaced = ["default", "defaultRequest"].find((field) => entry(item, field));
    const found = misplaced === undefined ? undefined : entry(item, misplaced);
    if (found && text(item, "type") === "Pod") {
      report(keyOf(found), "is not allowed for type Pod", "defaults are for type: Container");
      continue;
    }
    for (const [low, high] of ordered) checkOrder(item, low, high, report);
  }
}

function checkOrder(item: Node, low: string, high: string, report: Report): void {
  for (const one of entries(get(item, low))) {
    const above = get(item, high, one.key);
    const [least, most] = [amount(one.value), amount(above)];
    if (above && least !== undefined && most !== undefined && least > most) {
      const message = `${low}.${one.key} is above ${high}.${one.key}, which is ${String(scalar(above))}`;
      report(valueOf(one.value), message);
    }
  }
}
