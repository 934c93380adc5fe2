/**
 * How bad a problem is:
 * `error` the API server or kubectl refuses the object; `warning` it is accepted and does not work
 * as written; `advice` it works, and there is a reason to write it otherwise; `note` it is of a
 * kind that is not checked here, which says nothing against it.
 */
export type Level = "error" | "warning" | "advice" | "note";

/** Whether a problem is a fault: what is written does not do what it says. */
export const isFault = ({ level }: Pick<Problem, "level">): boolean =>
  level === "error" || level === "warning";

/** Something to say about a manifest. */
export interface Problem {
  level: Level;
  /** Name of the file, as it was given. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  /** Where in the object: `spec.template.spec.containers[0].image`; empty for a whole file. */
  path: string;
  /** What is wrong, in lower case, without a full stop. */
  message: string;
  /** What to do about it, in the same form. */
  hint?: string;
}

/**
 * Formats a problem as one line, as compilers do.
 * @param problem what validate found
 * @returns such as `deployment.yaml:7:3 spec.replica: unknown field, did you mean "replicas"?`
 */
export function formatProblem({ file, line, column, path, message, hint }: Problem): string {
  const where = path ? ` ${path}:` : "";
  return `${file}:${line}:${column}${where} ${message}${hint ? `, ${hint}` : ""}`;
}
