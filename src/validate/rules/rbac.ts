import {
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

const group = "rbac.authorization.k8s.io";

function checkResourceRule(rule: Node, report: Report): void {
  const hints: Record<string, string> = {
    apiGroups: 'for Pods, Services and Secrets: apiGroups: [""]',
    resources: "such as resources: [pods]",
  };
  for (const field of ["apiGroups", "resources"]) {
    if (items(get(rule, field)).length > 0) continue;
    report(get(rule, field) ?? rule, `a rule needs ${field}`, hints[field]);
  }
  const names = entry(rule, "resourceNames");
  if (names && items(names.value).length > 0 && items(get(rule, "resources")).length > 1) {
    report(keyOf(names), "resourceNames go with one resource", "write a rule for each resource");
  }
}

/** Checks a rule that says what may be done. */
function checkPolicyRule(rule: Node, namespaced: boolean, report: Report): void {
  const verbs = get(rule, "verbs");
  if (verbs && items(verbs).length === 0) report(verbs, "needs at least one verb");
  const urls = entry(rule, "nonResourceURLs");
  if (!urls || items(urls.value).length === 0) {
    checkResourceRule(rule, report);
    return;
  }
  if (namespaced) report(keyOf(urls), "is only for a ClusterRole", "a Role is for one namespace");
  const beside = ["apiGroups", "resources", "resourceNames"].find(
    (field) => items(get(rule, field)).length > 0,
  );
  if (beside) {
    report(keyOf(urls), `cannot be set together with "${beside}"`, "write a rule for each");
  }
}

/** Checks the rules of a Role or, when it is not namespaced, of a ClusterRole. */
export function checkRole(node: MapNode, namespaced: boolean, report: Report): void {
  for (const rule of items(get(node, "rules"))) {
    if (rule.kind === "map") checkPolicyRule(rule, namespaced, report);
  }
}

function checkSubject(subject: Node, namespaced: boolean, report: Report): void {
  const kind = text(subject, "kind") ?? "";
  const given = get(subject, "apiGroup");
  const account = kind === "ServiceAccount";
  // Left out, it is filled in with the right one.
  if (given && scalar(given) !== "" && scalar(given) !== (account ? "" : group)) {
    const hint = account ? "remove it" : `write ${group}`;
    report(valueOf(given), `the apiGroup of a ${kind} is "${account ? "" : group}"`, hint);
  }
  if (account && !namespaced && !text(subject, "namespace")) {
    report(subject, "a ServiceAccount needs its namespace in a ClusterRoleBinding");
  }
}

/** Checks a RoleBinding or, when it is not namespaced, a ClusterRoleBinding. */
export function checkBinding(node: MapNode, namespaced: boolean, report: Report): void {
  const given = get(node, "roleRef", "apiGroup");
  if (given && scalar(given) !== "" && scalar(given) !== group) {
    report(valueOf(given), `must be "${group}"`);
  }
  const kind = get(node, "roleRef", "kind");
  if (kind && !namespaced && text(kind) === "Role") {
    report(valueOf(kind), "a ClusterRoleBinding takes a ClusterRole", "use a RoleBinding");
  }
  for (const subject of items(get(node, "subjects"))) checkSubject(subject, namespaced, report);
}
