/** What every object of the Kubernetes API has; the rest is read field by field. */
export interface ApiObject {
  apiVersion?: string;
  kind?: string;
  metadata?: Metadata;
  [field: string]: unknown;
}

/** The parts of ObjectMeta that the cluster reads or writes. */
export interface Metadata {
  name?: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string | Date;
  deletionTimestamp?: string | Date;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: { uid?: string; kind?: string; name?: string; controller?: boolean }[];
  [field: string]: unknown;
}

/** A failed request, in the terms of the Kubernetes API. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly code: number;
  readonly reason: string;

  /**
   * @param code the HTTP status, for example 404
   * @param reason the machine-readable reason, for example `NotFound`
   * @param message what the reader is told
   */
  constructor(code: number, reason: string, message: string) {
    super(message);
    this.code = code;
    this.reason = reason;
  }
}

/**
 * Reads a nested value of an object whose shape is not known.
 * @param value where to start
 * @param path the fields to follow; array items by index
 * @returns the value, or undefined when a step is missing
 */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

/**
 * Reads a nested list of objects.
 * @param value where to start
 * @param path the fields to follow
 * @returns the list, empty when there is none
 */
export function listAt(value: unknown, ...path: (string | number)[]): Record<string, unknown>[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as Record<string, unknown>[]) : [];
}

/**
 * Reads a nested text.
 * @param value where to start
 * @param path the fields to follow
 * @returns the text, or undefined when there is none; numbers and dates are written out
 */
export function textAt(value: unknown, ...path: (string | number)[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === "string") return found;
  if (found instanceof Date) return found.toISOString();
  return typeof found === "number" ? String(found) : undefined;
}
