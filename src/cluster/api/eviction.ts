import { evict } from "../eviction.ts";
import { isDryRun, namedObject, type ApiCall } from "./call.ts";

/** Evicts a Pod, as `kubectl drain` asks for it. */
export async function createEviction(call: ApiCall): Promise<Response> {
  const { name, namespace } = namedObject(call);
  if (!isDryRun(call)) await evict(call.cluster, name, namespace);
  const success = { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success" };
  return Response.json(success, { status: 201 });
}
