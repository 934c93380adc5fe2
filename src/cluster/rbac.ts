import type { Cluster } from "./cluster.ts";
import { qualified } from "./kinds.ts";
import { ApiError, at, listAt, textAt } from "./objects.ts";

/** Who sends a request. */
export interface User {
  name: string;
  groups: readonly string[];
}

/** What a request is about, in the terms of RBAC. */
export interface Attempt {
  verb: string;
  /** API group, empty for the core group. */
  group: string;
  resource: string;
  subresource?: string | undefined;
  /** Undefined for all namespaces, or a kind without. */
  namespace?: string | undefined;
  name?: string | undefined;
}

/** The group whose members may do everything. */
const MASTERS = "system:masters";

/** The user of the cluster's kubeconfig, as kubeadm names its administrator. */
export const ADMIN: User = {
  name: "kubernetes-admin",
  groups: [MASTERS, "system:authenticated"],
};

/**
 * The user that a request asks to be taken for, with the groups that the API server adds
 * (apiserver's filters/impersonation.go).
 * @param name the name asked for, undefined when none is
 * @param groups the groups asked for
 * @returns the user
 */
export function impersonated(name: string | undefined, groups: readonly string[]): User {
  if (name === undefined) return ADMIN;
  const [, namespace] = /^system:serviceaccount:([^:]+):[^:]+$/.exec(name) ?? [];
  const own =
    namespace === undefined || groups.length > 0
      ? []
      : ["system:serviceaccounts", `system:serviceaccounts:${namespace}`];
  const known = name === "system:anonymous" ? "system:unauthenticated" : "system:authenticated";
  return { name, groups: [...new Set([...groups, ...own, known])] };
}

function isSubject(subject: object, user: User): boolean {
  const name = textAt(subject, "name") ?? "";
  const kind = textAt(subject, "kind");
  if (kind === "Group") return user.groups.includes(name);
  if (kind === "User") return user.name === name;
  return user.name === `system:serviceaccount:${textAt(subject, "namespace") ?? ""}:${name}`;
}

function includes(rule: object, field: string, ...wanted: string[]): boolean {
  const values = at(rule, field);
  return Array.isArray(values) && ["*", ...wanted].some((one) => values.includes(one));
}

/** Whether a rule covers an attempt (kubernetes' pkg/registry/rbac/validation, RuleAllows). */
function covers(rule: object, attempt: Attempt): boolean {
  const { resource, subresource, name } = attempt;
  const names = at(rule, "resourceNames");
  const named = !Array.isArray(names) || names.length === 0 || names.includes(name);
  const resources = subresource ? [`${resource}/${subresource}`, `*/${subresource}`] : [resource];
  return (
    named &&
    includes(rule, "verbs", attempt.verb) &&
    includes(rule, "apiGroups", attempt.group) &&
    includes(rule, "resources", ...resources)
  );
}

/** Whether a user may do everything, with or without resources. */
export function isAdministrator({ groups }: User): boolean {
  return groups.includes(MASTERS);
}

/** What the binding of the group of administrators grants. */
const EVERYTHING = { verbs: ["*"], apiGroups: ["*"], resources: ["*"] };

/**
 * Collects the rules that bindings grant a user.
 * @param cluster the cluster
 * @param user who
 * @param namespace where; undefined for what is granted everywhere only
 * @returns the rules of the bound Roles and ClusterRoles
 */
export async function rulesFor(
  cluster: Cluster,
  user: User,
  namespace?: string,
): Promise<object[]> {
  const everywhere = await cluster.of("clusterrolebindings").list();
  const here =
    namespace === undefined ? { items: [] } : await cluster.of("rolebindings").list(namespace);
  const rules: object[] = isAdministrator(user) ? [EVERYTHING] : [];
  for (const binding of [...everywhere.items, ...here.items]) {
    if (!listAt(binding, "subjects").some((subject) => isSubject(subject, user))) continue;
    const plural = textAt(binding, "roleRef", "kind") === "Role" ? "roles" : "clusterroles";
    const { items } = await cluster.of(plural).list(plural === "roles" ? namespace : undefined);
    const name = textAt(binding, "roleRef", "name");
    rules.push(
      ...listAt(
        items.find(({ metadata }) => metadata?.name === name),
        "rules",
      ),
    );
  }
  return rules;
}

/**
 * Says whether the Roles and ClusterRoles of the cluster allow what a user attempts.
 * @param cluster the cluster
 * @param user who
 * @param attempt what
 * @returns whether a binding grants it
 */
export async function isAllowed(cluster: Cluster, user: User, attempt: Attempt): Promise<boolean> {
  const rules = await rulesFor(cluster, user, attempt.namespace);
  return rules.some((rule) => covers(rule, attempt));
}

/**
 * The error for what a user may not do, in the API server's words (apiserver's
 * responsewriters/errors.go, forbiddenMessage).
 * @param user who
 * @param attempt what
 * @returns the error
 */
export function forbidden(user: User, attempt: Attempt): ApiError {
  const { verb, group, resource, subresource, namespace, name } = attempt;
  const what = subresource ? `${resource}/${subresource}` : resource;
  const where =
    namespace === undefined ? "at the cluster scope" : `in the namespace "${namespace}"`;
  const of = `${qualified({ group, plural: resource })}${name === undefined ? "" : ` "${name}"`}`;
  return new ApiError(
    403,
    "Forbidden",
    `${of} is forbidden: User "${user.name}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`,
  );
}
