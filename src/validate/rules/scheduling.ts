import {
  entry,
  get,
  items,
  keyOf,
  scalar,
  text,
  valueOf,
  type MapNode,
  type Report,
} from "../tree.ts";

/** Checks which taint a Pod tolerates. */
export function checkToleration(node: MapNode, report: Report): void {
  const operator = text(node, "operator") ?? "Equal";
  const value = entry(node, "value");
  if (value && operator === "Exists" && scalar(value.value) !== "" && get(node, "value")) {
    report(keyOf(value), "operator Exists takes no value", "remove it, or write operator: Equal");
  }
  if (!text(node, "key") && operator !== "Exists") {
    report(node, "without a key the operator must be Exists");
  }
  const seconds = entry(node, "tolerationSeconds");
  if (seconds && get(node, "tolerationSeconds") && text(node, "effect") !== "NoExecute") {
    report(keyOf(seconds), "needs effect: NoExecute");
  }
}

/** Checks an expression that selects nodes. */
export function checkNodeRequirement(node: MapNode, report: Report): void {
  const operator = text(node, "operator") ?? "";
  const values = get(node, "values");
  const count = items(values).length;
  if (["In", "NotIn"].includes(operator) && count === 0) report(node, `${operator} needs values`);
  if (["Exists", "DoesNotExist"].includes(operator) && values && count > 0) {
    report(values, `${operator} takes no values`);
  }
  if (["Gt", "Lt"].includes(operator) && count !== 1) {
    report(values ?? node, `${operator} takes one value, a number in quotes`);
  }
}

/** Checks the terms that a node must match one of. */
export function checkNodeSelector(node: MapNode, report: Report): void {
  const terms = get(node, "nodeSelectorTerms");
  if (terms && items(terms).length === 0) report(terms, "needs at least one term");
}

/** Checks that affinity to Pods names the label of nodes that it spreads over. */
export function checkAffinityTerm(node: MapNode, report: Report): void {
  const key = get(node, "topologyKey");
  if (key && text(key) === "") {
    report(valueOf(key), "must not be empty", "such as kubernetes.io/hostname");
  }
}
