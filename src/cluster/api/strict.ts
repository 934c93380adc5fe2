import { readFileSync } from "node:fs";
import { apiVersion, type Kind } from "../kinds.ts";
import { ApiError, type ApiObject } from "../objects.ts";

/** The notation of src/validate/schema.json. */
interface Compact {
  kinds: Record<string, string | undefined>;
  defs: Record<string, Record<string, string | undefined> | undefined>;
}

const path = new URL("../../validate/schema.json", import.meta.url);
let read: Compact | undefined;

function schema(): Compact {
  read ??= JSON.parse(readFileSync(path, "utf8")) as Compact;
  return read;
}

/** The paths of the fields that a type does not have, in the order in which they stand. */
function unknownFields(type: string, value: unknown, at: string): string[] {
  const bare = type.replace(/^!/, "");
  if (bare.startsWith("[]")) {
    const items: unknown[] = Array.isArray(value) ? value : [];
    return items.flatMap((item, index) => unknownFields(bare.slice(2), item, `${at}[${index}]`));
  }
  const fields = bare.startsWith("@") ? schema().defs[bare.slice(1)] : undefined;
  if (!fields || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const below = at === "" ? name : `${at}.${name}`;
    const known = fields[name];
    return known === undefined ? [below] : unknownFields(known, part, below);
  });
}

/** What is unknown in an object, in the words of Go's strict decoder; undefined when nothing is. */
function strictFault(kind: Kind, object: ApiObject): string | undefined {
  const type = schema().kinds[`${apiVersion(kind)}/${kind.kind}`];
  if (type === undefined) return undefined;
  // What every object has beside the fields of its own.
  const unknown = unknownFields(`@${type}`, object, "").filter(
    (name) => !["apiVersion", "kind", "metadata", "status"].includes(name),
  );
  if (unknown.length === 0) return undefined;
  return `strict decoding error: ${unknown.map((name) => `unknown field "${name}"`).join(", ")}`;
}

/**
 * Refuses an object with unknown fields, as the API server does when a client asks for strict
 * validation (apiserver's handlers/rest.go, transformDecodeError). A kind that the site has no
 * schema of is not looked at.
 * @param kind the object's kind
 * @param object the object as sent
 * @throws ApiError BadRequest that names the fields
 */
export function demandKnownFields(kind: Kind, object: ApiObject): void {
  const fault = strictFault(kind, object);
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
 * Refuses a patch that brings unknown fields, as the API server does (apiserver's
 * handlers/patch.go).
 * @param kind the object's kind
 * @param patch the patch as sent
 * @param result the patched object
 * @throws ApiError Invalid that names the fields
 */
export function demandKnownPatch(kind: Kind, patch: unknown, result: ApiObject): void {
  const fault = strictFault(kind, result);
  if (fault === undefined) return;
  const value = JSON.stringify(inGo(patch));
  throw new ApiError(422, "Invalid", ` "" is invalid: patch: Invalid value: ${value}: ${fault}`);
}
