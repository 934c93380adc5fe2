import { isOn, parseCall } from "../../src/kubectl/arguments.ts";
import { kubectlCalls } from "../../src/kubectl/calls.ts";
import type { Result } from "../../tools/kubectl/sandbox.ts";

/** What kubectl says when it understood a command and found no server. */
const UNREACHABLE = /was refused|connection refused/;

/**
 * Judges what kubectl said of a command when no server listened.
 * @param result the outcome
 * @returns what is wrong with the command, undefined when it was understood
 */
export function parseFault(result: Result): string | undefined {
  if (result.status === 0 || UNREACHABLE.test(result.stderr)) return undefined;
  return result.stderr.trim() || `exit status ${result.status ?? "unknown"}`;
}

/** How a command is run: what is typed into it, when it is stopped, how it may end. */
export interface Manner {
  input: string;
  limit: number;
  /** Whether it runs until it is stopped. */
  endless: boolean;
  statuses: readonly number[];
}

/** What answers by its status: `diff` that there is a difference, `can-i` that one may not. */
const MAY_FAIL: ReadonlySet<string> = new Set(["diff", "auth can-i"]);

/**
 * Decides how a command of the site is run: by what its first call of kubectl does.
 * @param command its text
 */
export function mannerOf(command: string): Manner {
  const call = parseCall(kubectlCalls(command)[0]?.words ?? []);
  const endless = call.verb === "logs" && isOn(call, "follow");
  const interactive = call.verb === "exec" && isOn(call, "stdin") && isOn(call, "tty");
  return {
    input: interactive ? "echo in the container\nexit\n" : "",
    limit: endless ? 1500 : 20_000,
    endless,
    statuses: MAY_FAIL.has(call.verb ?? "") ? [0, 1] : [0],
  };
}

/**
 * Judges the outcome of a command that was run.
 * @param result the outcome
 * @param manner how it was run
 * @returns what went wrong, undefined when it did what it should
 */
export function runFault(result: Result, manner: Manner): string | undefined {
  if (manner.endless) {
    if (result.status !== undefined) return `ended by itself: ${result.stderr.trim()}`;
    return result.stdout === "" ? "printed nothing" : undefined;
  }
  if (result.status === undefined) return `still ran after ${manner.limit / 1000} seconds`;
  if (!manner.statuses.includes(result.status)) {
    return `exit status ${result.status}: ${result.stderr.trim()}`;
  }
  const typed = manner.input !== "" && !result.stdout.includes("in the container");
  return typed ? "what was typed did not run in the container" : undefined;
}
