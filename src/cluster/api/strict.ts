import { apiVersion, type ServedKind } from "../kinds.ts";
import { ApiError, type ApiObject } from "../objects.ts";
import type { CompactSchema } from "./openapi-schemas.ts";

/** The paths of the fields that a type does not have, in the order of the object. */
function unknownFields(
  schema: CompactSchema,
  type: string,
  value: unknown,
  path: string,
): string[] {
  const bare = type.replace(/^!/, "");
  if (bare.startsWith("[]")) {
    const items: unknown[] = Array.isArray(value) ? value : [];
    return items.flatMap((item, index) =>
      unknownFields(schema, bare.slice(2), item, `${path}[${index}]`),
    );
  }
  const fields = bare.startsWith("@") ? schema.defs[bare.slice(1)] : undefined;
  if (!fields || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const below = path === "" ? name : `${path}.${name}`;
    const known = fields[name];
    return known === undefined ? [below] : unknownFields(schema, known, part, below);
  });
}

/** What is unknown in an object, in the words of Go's strict decoder; undefined when nothing is. */
function strictError(
  kind: ServedKind,
  object: ApiObject,
  schema: CompactSchema | undefined,
): string | undefined {
  const type = schema?.kinds[`${apiVersion(kind)}/${kind.kind}`];
  if (schema === undefined || type === undefined) return undefined;
  // Fields that every object has, and the schema does not list.
  const unknown = unknownFields(schema, `@${type}`, object, "").filter(
    (name) => !["apiVersion", "kind", "metadata", "status"].includes(name),
  );
  if (unknown.length === 0) return undefined;
  return `strict decoding error: ${unknown.map((name) => `unknown field "${name}"`).join(", ")}`;
}

/**
 * Refuses an object with unknown fields, as the API server does when a client asks for strict
 * validation (apiserver's handlers/rest.go, transformDecodeError). A kind that the schema lacks is
 * not checked.
 * @throws ApiError BadRequest that names the fields
 */
export function rejectUnknownFields(
  kind: ServedKind,
  object: ApiObject,
  schema: CompactSchema | undefined,
): void {
  const fault = strictError(kind, object, schema);
  if (fault === undefined) return;
  const what = `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}`;
  throw new ApiError(400, "BadRequest", `${what}: ${fault}`);
}

/** Writes a value as Go's `%+v` does. */
function inGo(value: unknown): string {
  if (value === null) return "<nil>";
  if (Array.isArray(value)) return `[${value.map(inGo).join(" ")}]`;
  if (typeof value === "string") return value;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `map[${entries.map(([name, part]) => `${name}:${inGo(part)}`).join(" ")}]`;
}

/**
 * Refuses a patch that adds unknown fields (apiserver's handlers/patch.go).
 * @param patch the patch as sent
 * @param result the patched object
 * @throws ApiError Invalid that names the fields
 */
export function rejectUnknownPatch(
  kind: ServedKind,
  patch: unknown,
  result: ApiObject,
  schema: CompactSchema | undefined,
): void {
  const fault = strictError(kind, result, schema);
  if (fault === undefined) return;
  const value = JSON.stringify(inGo(patch));
  throw new ApiError(422, "Invalid", ` "" is invalid: patch: Invalid value: ${value}: ${fault}`);
}
