import type { Stored } from "./stored.ts";

const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "config-reader" };
const subjects = [{ kind: "ServiceAccount", name: "api-server", namespace: "default" }];
const rules = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get", "list", "watch"] }];

/** A ServiceAccount that may read ConfigMaps, and the one that every namespace has. */
export const RBAC: readonly Stored[] = [
  { plural: "serviceaccounts", object: { metadata: { name: "default" } } },
  { plural: "serviceaccounts", object: { metadata: { name: "api-server" } } },
  { plural: "roles", object: { metadata: { name: "config-reader" }, rules } },
  {
    plural: "rolebindings",
    object: { metadata: { name: "api-server-config-reader" }, subjects, roleRef },
  },
];
