import { setDefaults } from "./defaults.ts";
import { apiVersion, qualified, type ServedKind } from "../kinds.ts";
import { ApiError, type ApiObject } from "../objects.ts";

/** What a watch reports. */
export interface Change {
  type: "ADDED" | "MODIFIED" | "DELETED";
  object: ApiObject;
}

/** The objects of one kind. */
export interface Collection {
  readonly kind: ServedKind;
  /** All objects, of one namespace or of every one, and the revision at which they were read. */
  list(namespace?: string): Promise<{ items: ApiObject[]; revision: string }>;
  /** @throws ApiError NotFound */
  get(name: string, namespace: string): Promise<ApiObject>;
  /** @throws ApiError AlreadyExists, Invalid, NotFound (of the namespace) */
  create(object: ApiObject, namespace: string): Promise<ApiObject>;
  /** Replaces an object. @throws ApiError NotFound, Conflict, Invalid */
  update(object: ApiObject, namespace: string): Promise<ApiObject>;
  /** @throws ApiError NotFound */
  remove(name: string, namespace: string, options: RemoveOptions): Promise<ApiObject>;
  /**
   * Reports changes after a revision, or from now on.
   * @returns a function that ends it
   * @throws ApiError Expired when changes after the revision are no longer known
   */
  watch(report: (change: Change) => void, namespace?: string, revision?: string): () => void;
}

/** How an object is deleted. */
export interface RemoveOptions {
  gracePeriodSeconds?: number;
  propagationPolicy?: string;
}

/**
 * The error for an object that is not there.
 * @param kind its kind
 * @param name its name
 * @returns the error in the API server's words
 */
export function notFound(kind: ServedKind, name: string): ApiError {
  return new ApiError(404, "NotFound", `${qualified(kind)} "${name}" not found`);
}

/**
 * The error for a name that is taken.
 * @param kind the object's kind
 * @param name its name
 * @returns the error in the API server's words
 */
export function alreadyExists(kind: ServedKind, name: string): ApiError {
  return new ApiError(409, "AlreadyExists", `${qualified(kind)} "${name}" already exists`);
}

/**
 * The error for a change of an object that has changed meanwhile.
 * @param kind the object's kind
 * @param name its name
 * @returns the error in the API server's words
 */
export function conflict(kind: ServedKind, name: string): ApiError {
  const modified =
    "the object has been modified; please apply your changes to the latest version and try again";
  const message = `Operation cannot be fulfilled on ${qualified(kind)} "${name}": ${modified}`;
  return new ApiError(409, "Conflict", message);
}

/**
 * Prepares an object that was sent: fills its type and the defaults, counts its generation.
 * @param kind its kind
 * @param sent what was sent; it is not changed
 * @param before the object it replaces
 * @returns the object to store
 */
export function prepared(kind: ServedKind, sent: ApiObject, before?: ApiObject): ApiObject {
  const object = structuredClone(sent);
  object.apiVersion = apiVersion(kind);
  object.kind = kind.kind;
  object.metadata ??= {};
  setDefaults(object);
  if (["Deployment", "ReplicaSet", "Pod"].includes(kind.kind)) {
    const old = before?.metadata?.generation ?? 0;
    const same = before && JSON.stringify(before["spec"]) === JSON.stringify(object["spec"]);
    object.metadata.generation = same ? old : old + 1;
  }
  return object;
}
