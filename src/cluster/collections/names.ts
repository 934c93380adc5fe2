import { qualified, qualifiedKind, type ServedKind } from "../kinds.ts";
import { ApiError, type ApiObject } from "../objects.ts";

/** The alphabet of generated names: no vowels, and nothing that looks like another (util/rand). */
const ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
const SUFFIX_LENGTH = 5;
/** What a generated name keeps of its base (apiserver's storage/names, MaxGeneratedNameLength). */
const LONGEST_BASE = 63 - SUFFIX_LENGTH;
/** Of apiserver's registry/generic/registry/store.go, maxNameGenerationCreateAttempts. */
const MOST_ATTEMPTS = 8;

/**
 * A suffix as Kubernetes generates it.
 * @param next gives a whole number from 0 up to, and without, its argument
 */
export function nameSuffix(next: (below: number) => number): string {
  return Array.from({ length: SUFFIX_LENGTH }, () => ALPHABET[next(ALPHABET.length)]).join("");
}

function generatedName(base: string): string {
  const suffix = nameSuffix((below) => Math.floor(Math.random() * below));
  return `${base.slice(0, LONGEST_BASE)}${suffix}`;
}

/** The error for an object without a name (apimachinery's api/validation/objectmeta.go). */
function nameRequired(kind: ServedKind): ApiError {
  const required = "metadata.name: Required value: name or generateName is required";
  return new ApiError(422, "Invalid", `${qualifiedKind(kind)} "" is invalid: ${required}`);
}

/** An object with its name, generated where `generateName` asks for it. @throws ApiError Invalid */
export function withName(kind: ServedKind, object: ApiObject): ApiObject {
  const { name, generateName } = object.metadata ?? {};
  if (name) return object;
  if (!generateName) throw nameRequired(kind);
  return { ...object, metadata: { ...object.metadata, name: generatedName(generateName) } };
}

/**
 * Creates an object under its name, or under a generated one that is free.
 * @param create stores the object; it throws AlreadyExists when the name is taken
 * @throws ApiError AlreadyExists, Invalid, and whatever `create` throws
 */
export async function createWithName(
  kind: ServedKind,
  object: ApiObject,
  create: (named: ApiObject) => Promise<ApiObject>,
): Promise<ApiObject> {
  for (let attempt = 1; ; attempt += 1) {
    const named = withName(kind, object);
    try {
      return await create(named);
    } catch (error) {
      const taken = error instanceof ApiError && error.reason === "AlreadyExists";
      if (!taken || named === object) throw error;
      if (attempt < MOST_ATTEMPTS) continue;
      const what = `${qualified(kind)} "${named.metadata?.name ?? ""}" already exists`;
      const why = "the server was not able to generate a unique name for the object";
      throw new ApiError(409, "AlreadyExists", `${what}, ${why}`);
    }
  }
}
