import { ContentError } from "../../../src/content/content-error.ts";

/**
 * What a writer's mistake is reported as: the message, and the hint on a line of its own.
 * @param run what must find a mistake
 */
export function reportOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ContentError) return `${error.message}\n  Hint: ${error.hint ?? ""}`;
    throw error;
  }
  throw new Error("no mistake was found");
}
