import { flagValue, isOn, parseCall, type ParsedCall } from "./arguments.ts";
import { kubectlCalls } from "./calls.ts";
import { verbs, type Effect } from "./verbs.ts";

/** From harmless to harmful. */
const SEVERITY: readonly Effect[] = ["local", "reads", "enters", "changes", "deletes"];

/** The effect of several commands together: that of the worst; `local` for none. */
export function worstOf(effects: readonly Effect[]): Effect {
  return SEVERITY.findLast((effect) => effects.includes(effect)) ?? "local";
}

/** Flags by which a command deletes objects that it would leave alone without. */
const deletes = (call: ParsedCall) =>
  (call.verb === "apply" && isOn(call, "prune")) ||
  (call.verb === "replace" && isOn(call, "force"));

function effectOfCall(words: readonly string[]): Effect {
  const call = parseCall(words);
  const effect = verbs.get(call.verb ?? "")?.effect;
  if (effect === undefined) {
    throw new Error(`unknown kubectl command "${words.slice(0, 3).join(" ")}"`);
  }
  if (effect !== "changes" && effect !== "deletes") return effect;
  // A dry run changes nothing; on the server it still asks the cluster.
  const dryRun = flagValue(call, "dry-run");
  if (dryRun === "client") return "local";
  if (dryRun === "server") return "reads";
  return deletes(call) ? "deletes" : effect;
}

/**
 * Computes what a command does to the cluster, from its verbs and flags. Every call of kubectl in
 * it is judged, and the worst counts.
 * @param text one command as it is meant to run
 * @returns its effect; another program than kubectl is `local`
 * @throws Error naming a kubectl command that is not known
 */
export function effectOf(text: string): Effect {
  return worstOf(kubectlCalls(text).map(({ words }) => effectOfCall(words)));
}
