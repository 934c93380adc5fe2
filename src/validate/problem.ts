/** Something wrong in a manifest. */
export interface Problem {
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
