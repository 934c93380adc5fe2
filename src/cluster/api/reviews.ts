import type { IncomingMessage } from "node:http";
import { parse } from "yaml";
import { forbidden, impersonated, isAllowed, rulesFor, type Attempt, type User } from "../rbac.ts";
import type { Cluster } from "../cluster.ts";
import { at, textAt } from "../objects.ts";
import { bodyOf, type Target } from "./request.ts";

/**
 * Who sends a request: the administrator, or who the request asks to be taken for.
 * @param request the request
 * @returns the user
 */
export function userOf({ headers }: IncomingMessage): User {
  const asked = headers["impersonate-user"];
  const groups = headers["impersonate-group"];
  // Node joins a header that is sent several times.
  const list = typeof groups === "string" ? groups.split(/,\s*/) : (groups ?? []);
  return impersonated(typeof asked === "string" ? asked : undefined, list);
}

/** The verb of RBAC for a request, as the API server derives it. */
function verbOf(method: string, target: Target, query: URLSearchParams): string {
  const one = target.name !== undefined;
  switch (method) {
    case "GET":
      if (one) return "get";
      return ["true", "1"].includes(query.get("watch") ?? "") ? "watch" : "list";
    case "POST":
      return "create";
    case "PUT":
      return "update";
    case "PATCH":
      return "patch";
    default:
      return one ? "delete" : "deletecollection";
  }
}

/**
 * Refuses a request that its user is not allowed.
 * @param cluster the cluster
 * @param target what the request names
 * @param request the request
 * @param query the request's query
 * @throws ApiError Forbidden
 */
export async function authorize(
  cluster: Cluster,
  target: Target,
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<void> {
  const user = userOf(request);
  const attempt: Attempt = {
    verb: verbOf(request.method ?? "GET", target, query),
    group: target.collection.kind.group,
    resource: target.collection.kind.plural,
    subresource: target.subresource,
    namespace: target.namespace,
    name: target.name,
  };
  if (!(await isAllowed(cluster, user, attempt))) throw forbidden(user, attempt);
}

/** What each review is called, by its path. */
const REVIEWS: Record<string, { apiVersion: string; kind: string }> = {
  "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews": {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectAccessReview",
  },
  "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews": {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectRulesReview",
  },
  "/apis/authentication.k8s.io/v1/selfsubjectreviews": {
    apiVersion: "authentication.k8s.io/v1",
    kind: "SelfSubjectReview",
  },
};

/**
 * Answers `kubectl auth can-i` and `kubectl auth whoami`.
 * @param cluster the cluster
 * @param path the request's path
 * @param request the request
 * @returns the review with its status; undefined when the path is none of a review
 */
export async function review(
  cluster: Cluster,
  path: string,
  request: IncomingMessage,
): Promise<Record<string, unknown> | undefined> {
  const type = REVIEWS[path];
  if (!type) return undefined;
  const user = userOf(request);
  if (type.kind === "SelfSubjectReview") {
    const userInfo = { username: user.name, groups: user.groups };
    return { ...type, metadata: {}, status: { userInfo } };
  }
  const sent: unknown = parse((await bodyOf(request)).toString("utf8"));
  if (type.kind === "SelfSubjectRulesReview") {
    const resourceRules = await rulesFor(cluster, user, textAt(sent, "spec", "namespace"));
    const status = { resourceRules, nonResourceRules: [], incomplete: false };
    return { ...type, metadata: {}, spec: at(sent, "spec"), status };
  }
  const asked = at(sent, "spec", "resourceAttributes");
  const text = (field: string) => textAt(asked, field) ?? "";
  const allowed = await isAllowed(cluster, user, {
    verb: text("verb"),
    group: text("group"),
    resource: text("resource"),
    subresource: text("subresource") || undefined,
    namespace: text("namespace") || undefined,
    name: text("name") || undefined,
  });
  return { ...type, metadata: {}, spec: at(sent, "spec"), status: { allowed } };
}
