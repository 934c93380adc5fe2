import type { Cluster } from "../cluster.ts";
import { at, textAt } from "../objects.ts";
import { isAdministrator, isAllowed, rulesFor, type User } from "../rbac.ts";
import { userOf } from "./call.ts";

/** Computes the status of a review from what was sent. */
type Review = (cluster: Cluster, user: User, sent: unknown) => Promise<Record<string, unknown>>;

/** `kubectl auth can-i VERB RESOURCE` */
const accessReview: Review = async (cluster, user, sent) => {
  const spec = at(sent, "spec");
  const asked = at(spec, "resourceAttributes");
  // Addresses without resources, such as /healthz, are granted to administrators only.
  if (asked === undefined) return { spec, status: { allowed: isAdministrator(user) } };
  const text = (field: string) => textAt(asked, field) ?? "";
  const allowed = await isAllowed(cluster, user, {
    verb: text("verb"),
    group: text("group"),
    resource: text("resource"),
    subresource: text("subresource") || undefined,
    namespace: text("namespace") || undefined,
    name: text("name") || undefined,
  });
  return { spec, status: { allowed } };
};

/** `kubectl auth can-i --list` */
const rulesReview: Review = async (cluster, user, sent) => {
  const resourceRules = await rulesFor(cluster, user, textAt(sent, "spec", "namespace"));
  const status = { resourceRules, nonResourceRules: [], incomplete: false };
  return { spec: at(sent, "spec"), status };
};

/** `kubectl auth whoami` */
const selfReview: Review = (_cluster, { name, groups }) =>
  Promise.resolve({ status: { userInfo: { username: name, groups } } });

const REVIEWS: Record<string, { type: object; review: Review } | undefined> = {
  "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews": {
    type: { apiVersion: "authorization.k8s.io/v1", kind: "SelfSubjectAccessReview" },
    review: accessReview,
  },
  "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews": {
    type: { apiVersion: "authorization.k8s.io/v1", kind: "SelfSubjectRulesReview" },
    review: rulesReview,
  },
  "/apis/authentication.k8s.io/v1/selfsubjectreviews": {
    type: { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" },
    review: selfReview,
  },
};

/**
 * Answers what a user may do, and who it is.
 * @returns undefined when the path is not that of a review
 */
export async function reviewResponse(
  cluster: Cluster,
  path: string,
  request: Request,
): Promise<Response | undefined> {
  const found = REVIEWS[path];
  if (!found) return undefined;
  const text = await request.text();
  const sent: unknown = text === "" ? {} : JSON.parse(text);
  const answer = await found.review(cluster, userOf(request), sent);
  return Response.json({ ...found.type, metadata: {}, ...answer }, { status: 201 });
}
