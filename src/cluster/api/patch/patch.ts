import jsonPatch, { type Operation } from "fast-json-patch";
import mergePatch from "json-merge-patch";
import { ApiError } from "../../objects.ts";
import { applyStrategicPatch } from "./strategic-patch.ts";

/** A patch that was read, to be applied as often as it takes. */
export interface Patch {
  /** What was sent. */
  content: unknown;
  /** Gives the patched copy of an object. @throws ApiError when the patch does not fit it */
  apply<Target extends object>(target: Target): Target;
}

/** Of apiserver's handlers/patch.go, maxJSONPatchOperations. */
const MOST_OPERATIONS = 10_000;

/** How Go's decoder calls a JSON value. */
function goName(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : typeof value;
}

/** The error for content of another shape than the form has, as Go's decoder words it. */
function undecodable(content: unknown, goType: string): ApiError {
  const cause = `json: cannot unmarshal ${goName(content)} into Go value of type ${goType}`;
  return new ApiError(400, "BadRequest", `error decoding patch: ${cause}`);
}

/** The error for a patch that does not fit: the API server does not report the cause. */
function unprocessable(): ApiError {
  const message = "the server rejected our request due to an error in our request";
  return new ApiError(422, "Invalid", message);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function applied(target: object, operations: Operation[]): unknown {
  try {
    // Each operation is validated, and the target is not changed.
    return jsonPatch.applyPatch<unknown>(target, operations, true, false).newDocument;
  } catch {
    throw unprocessable();
  }
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** A JSON Patch (RFC 6902). */
function jsonPatchOf(content: unknown): Patch {
  const operations: unknown = content ?? [];
  if (!isList(operations)) throw undecodable(content, "[]handlers.jsonPatchOp");
  const wrong = operations.find((operation) => !isObject(operation));
  if (wrong !== undefined) throw undecodable(wrong, "handlers.jsonPatchOp");
  if (operations.length > MOST_OPERATIONS) {
    const message = `The allowed maximum operations in a JSON patch is ${MOST_OPERATIONS}, got ${operations.length}`;
    throw new ApiError(413, "RequestEntityTooLarge", `Request entity too large: ${message}`);
  }
  return {
    content,
    apply: (target) => {
      const result = applied(target, operations as Operation[]);
      if (!isObject(result)) throw unprocessable();
      return result as typeof target;
    },
  };
}

/** A JSON Merge Patch (RFC 7386). */
function mergePatchOf(content: unknown): Patch {
  if (!isObject(content)) throw undecodable(content, "map[string]interface {}");
  return {
    content,
    apply: (target) => mergePatch.apply(structuredClone(target), content) as typeof target,
  };
}

function strategicPatchOf(content: unknown): Patch {
  if (!isObject(content)) throw undecodable(content, "map[string]interface {}");
  return { content, apply: (target) => applyStrategicPatch(target, content) };
}

/** The forms that this server takes: all of Kubernetes' but server-side apply. */
const FORMS: Record<string, ((content: unknown) => Patch) | undefined> = {
  "application/json-patch+json": jsonPatchOf,
  "application/merge-patch+json": mergePatchOf,
  "application/strategic-merge-patch+json": strategicPatchOf,
};

/**
 * Reads a patch.
 * @param text the body of the request
 * @param contentType names the form
 * @throws ApiError UnsupportedMediaType, BadRequest, RequestEntityTooLarge
 */
export function readPatch(text: string, contentType: string): Patch {
  const form = FORMS[contentType.replace(/;.*$/, "").trim()];
  if (!form) {
    const accepted = Object.keys(FORMS).join(", ");
    const message = `the body of the request was in an unknown format - accepted media types include: ${accepted}`;
    throw new ApiError(415, "UnsupportedMediaType", message);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ApiError(400, "BadRequest", `error decoding patch: ${cause}`);
  }
  return form(content);
}
