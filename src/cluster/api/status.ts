import { ApiError } from "../objects.ts";

/** What kubectl prints of an invalid object: its kind, its name, and the field with its fault. */
function invalidDetails(message: string): Record<string, unknown> | undefined {
  const [, kind, group, name, field, fault] =
    /^(\w*)(?:\.(\S+))? "([^"]*)" is invalid: ([^\s:]+): (.+)$/s.exec(message) ?? [];
  if (kind === undefined) return undefined;
  const causes = [{ reason: "FieldValueInvalid", message: fault, field }];
  return { name, kind, ...(group === undefined ? {} : { group }), causes };
}

/**
 * The Status object that reports an error to a client.
 * @param error the failure; anything but an ApiError is an internal error
 */
export function statusOf(error: unknown): Record<string, unknown> & { code: number } {
  const known = error instanceof ApiError;
  const details = known && error.reason === "Invalid" ? invalidDetails(error.message) : undefined;
  return {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message: error instanceof Error ? error.message : String(error),
    reason: known ? error.reason : "InternalError",
    ...(details ? { details } : {}),
    code: known ? error.code : 500,
  };
}

/** Answers with the Status of a failure. */
export function errorResponse(error: unknown): Response {
  const status = statusOf(error);
  return Response.json(status, { status: status.code });
}
