import { parse } from "yaml";
import type { ApiObject } from "../objects.ts";
import type { ApiCall } from "./call.ts";
import { presentNow } from "./present.ts";
import { table } from "./tables/table.ts";

/** Whether a client wants a Table, as `kubectl get` does, in place of the object. */
export function wantsTable({ request }: ApiCall): boolean {
  return (request.headers.get("accept") ?? "").includes("as=Table");
}

/** How much of each object a row of a Table carries: `Metadata`, `Object` or `None`. */
export function includedObject({ query }: ApiCall): string {
  return query.get("includeObject") ?? "Metadata";
}

/** Answers with one object, or with a Table of one row. */
export function objectResponse(call: ApiCall, object: ApiObject, status = 200): Response {
  const shown = presentNow(object, call.cluster.now());
  if (!wantsTable(call)) return Response.json(shown, { status });
  const options = { now: Date.now(), include: includedObject(call) };
  return Response.json(table(call.collection.kind, [shown], options), { status });
}

/** Reads the object that a client sends, in JSON or YAML; an empty body is an empty object. */
export async function sentObject({ request }: ApiCall): Promise<ApiObject> {
  return (parse(await request.text()) ?? {}) as ApiObject;
}
