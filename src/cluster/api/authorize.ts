import { forbidden, isAllowed, type Attempt } from "../rbac.ts";
import type { ApiCall } from "./call.ts";

/** Refuses a call that RBAC does not allow its user. @throws ApiError Forbidden */
export async function authorize(call: ApiCall): Promise<void> {
  const { cluster, user, verb, subresource, namespace, name } = call;
  const { group, plural: resource } = call.collection.kind;
  const attempt: Attempt = { verb, group, resource, subresource, namespace, name };
  if (!(await isAllowed(cluster, user, attempt))) throw forbidden(user, attempt);
}
