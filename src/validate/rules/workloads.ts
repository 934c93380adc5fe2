import { entries, get, items, scalar, strings, text, type MapNode, type Report } from "../tree.ts";

/** Checks that a workload selects the Pods it creates. */
function checkSelector(node: MapNode, report: Report): void {
  const selector = get(node, "selector");
  if (!selector) return;
  const wanted = entries(get(selector, "matchLabels"));
  if (wanted.length === 0 && items(get(selector, "matchExpressions")).length === 0) {
    report(selector, "an empty selector is not allowed", "name a label of the template");
  }
  const labels = strings(get(node, "template", "metadata", "labels"));
  for (const { key, at, value } of wanted) {
    if (value.kind !== "scalar" || labels.get(key) === value.value) continue;
    const has = labels.has(key) ? `has ${key}: ${labels.get(key) ?? ""}` : "has no such label";
    const message = `the selector requires ${key}: ${value.text}, the template ${has}`;
    report({ at, path: value.path }, message, "make the labels of the template match");
  }
  checkExpressions(node, labels, report);
}

function checkExpressions(node: MapNode, labels: Map<string, string>, report: Report): void {
  for (const expression of items(get(node, "selector", "matchExpressions"))) {
    const key = text(expression, "key") ?? "";
    const values = items(get(expression, "values")).map((one) => text(one));
    const has = labels.has(key);
    const among = values.includes(labels.get(key));
    const fits: Record<string, boolean> = {
      In: has && among,
      NotIn: !has || !among,
      Exists: has,
      DoesNotExist: !has,
    };
    const operator = text(expression, "operator") ?? "";
    // In without values has a message of its own.
    if (fits[operator] !== false || (operator === "In" && values.length === 0)) continue;
    report(expression, `the labels of the template do not match this expression on "${key}"`);
  }
}

/**
 * Checks the restart policy of the Pods that a workload creates.
 * @param allowed the policies it may have; the first is what to write
 */
export function checkRestartPolicy(
  node: MapNode,
  allowed: readonly string[],
  report: Report,
): void {
  const policy = get(node, "template", "spec", "restartPolicy");
  const given = text(policy);
  if (given !== undefined && policy) {
    if (allowed.includes(given) || !["Always", "Never", "OnFailure"].includes(given)) return;
    const message = `must be ${allowed.join(" or ")} here, not "${given}"`;
    report({ at: policy.start, path: policy.path }, message);
  } else if (!allowed.includes("Always")) {
    const spec = get(node, "template", "spec");
    if (spec && !policy)
      report(
        spec,
        `needs restartPolicy: ${allowed.join(" or ")}`,
        "the default, Always, is not allowed in Jobs",
      );
  }
}

/** Checks how a Deployment replaces its Pods. */
export function checkStrategy(node: MapNode, report: Report): void {
  const rolling = get(node, "rollingUpdate");
  if (!rolling) return;
  if (text(node, "type") === "Recreate") {
    report(rolling, "has no meaning with type Recreate", "remove it, or write type: RollingUpdate");
  }
  const zero = (name: string) => /^0%?$/.test(String(scalar(rolling, name) ?? ""));
  if (zero("maxSurge") && zero("maxUnavailable")) {
    report(rolling, "maxSurge and maxUnavailable cannot both be 0");
  }
}

/** Checks the selector and the Pods of a workload that runs on. */
export function checkWorkload(node: MapNode, report: Report): void {
  checkSelector(node, report);
  checkRestartPolicy(node, ["Always"], report);
}

/** Checks the times of a rollout against each other. */
export function checkRollout(node: MapNode, report: Report): void {
  const place = get(node, "progressDeadlineSeconds");
  const [deadline, ready] = [scalar(place), scalar(node, "minReadySeconds") ?? 0];
  if (place && typeof deadline === "number" && typeof ready === "number" && deadline <= ready) {
    report(place, `must be more than minReadySeconds, which is ${ready}`);
  }
}

/** Checks one expression of a label selector. */
export function checkExpression(node: MapNode, report: Report): void {
  const operator = text(node, "operator") ?? "";
  const values = items(get(node, "values")).length;
  if (["In", "NotIn"].includes(operator) && values === 0) report(node, `${operator} needs values`);
  if (["Exists", "DoesNotExist"].includes(operator) && values > 0) {
    report(get(node, "values") ?? node, `${operator} takes no values`);
  }
}
