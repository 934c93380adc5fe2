import { prepared } from "../collections/collection.ts";
import type { ApiObject, Metadata } from "../objects.ts";
import { isDryRun, namedObject, type ApiCall } from "./call.ts";
import { readPatch } from "./patch/patch.ts";
import { objectResponse, sentObject } from "./respond.ts";
import { retryOnConflict } from "./retry.ts";
import { rejectUnknownFields, rejectUnknownPatch } from "./strict.ts";

/** Makes the object that a client wants from the one that is stored. */
type Change = (before: ApiObject) => ApiObject;

/** Fields of the metadata that the server decides, whatever a client sends. */
const SERVER_OWNED = [
  "name",
  "namespace",
  "uid",
  "creationTimestamp",
  "deletionTimestamp",
  "deletionGracePeriodSeconds",
  "generation",
];

function withServerOwned(before: ApiObject, wanted: ApiObject): ApiObject {
  const { metadata = {} } = before;
  const owned = SERVER_OWNED.flatMap((field) => {
    const value = metadata[field];
    return value === undefined ? [] : [[field, value]];
  });
  const rest = Object.entries(wanted.metadata ?? {}).filter(([key]) => !SERVER_OWNED.includes(key));
  const version = metadata.resourceVersion;
  return {
    ...wanted,
    metadata: {
      ...(version === undefined ? {} : { resourceVersion: version }),
      ...(Object.fromEntries(rest) as Metadata),
      ...(Object.fromEntries(owned) as Metadata),
    },
  };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

function isEqual(left: ApiObject, right: ApiObject): boolean {
  // Dates are compared as they are sent.
  const text = (value: ApiObject) => JSON.stringify(sorted(JSON.parse(JSON.stringify(value))));
  return text(left) === text(right);
}

/** The status belongs to its subresource: neither side writes the other's part. */
function onePart(call: ApiCall, before: ApiObject, wanted: ApiObject): ApiObject {
  if (!call.collection.kind.subresources.includes("status")) return wanted;
  if (call.subresource === "status") {
    const version = wanted.metadata?.resourceVersion ?? before.metadata?.resourceVersion ?? "";
    const metadata = { ...before.metadata, resourceVersion: version };
    return { ...before, metadata, status: wanted["status"] };
  }
  const object = { ...wanted, status: before["status"] };
  if (before["status"] === undefined) Reflect.deleteProperty(object, "status");
  return object;
}

/** Writes what a change makes of the stored object; a patch that changes nothing is not written. */
async function write(call: ApiCall, change: Change): Promise<ApiObject> {
  const { collection, verb } = call;
  const { name, namespace } = namedObject(call);
  const before = await collection.get(name, namespace);
  const wanted = withServerOwned(before, onePart(call, before, change(before)));
  if (verb === "patch" && isEqual(before, wanted)) return before;
  return isDryRun(call)
    ? prepared(collection.kind, wanted, before)
    : collection.update(wanted, namespace);
}

/** Replaces an object, or its status. A resourceVersion that is sent has to be the stored one. */
export async function updateObject(call: ApiCall): Promise<Response> {
  const sent = await sentObject(call);
  if (call.query.get("fieldValidation") === "Strict") {
    rejectUnknownFields(call.collection.kind, sent, call.options.schema);
  }
  const written = await retryOnConflict(() => write(call, () => structuredClone(sent)));
  return objectResponse(call, written);
}

/** Patches an object, or its status, in one of the forms that patch/patch.ts knows. */
export async function patchObject(call: ApiCall): Promise<Response> {
  const patch = readPatch(
    await call.request.text(),
    call.request.headers.get("content-type") ?? "",
  );
  const change: Change = (before) => {
    const result = patch.apply(before);
    if (call.query.get("fieldValidation") === "Strict") {
      rejectUnknownPatch(call.collection.kind, patch.content, result, call.options.schema);
    }
    return result;
  };
  return objectResponse(call, await retryOnConflict(() => write(call, change)));
}
