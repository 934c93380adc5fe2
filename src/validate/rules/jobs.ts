import { entry, get, keyOf, scalar, text, type MapNode, type Report } from "../tree.ts";
import { checkRestartPolicy } from "./workloads.ts";

/** Checks a Job, or the Jobs that a CronJob creates. */
export function checkJob(node: MapNode, report: Report): void {
  checkRestartPolicy(node, ["OnFailure", "Never"], report);
  const indexed = text(node, "completionMode") === "Indexed";
  if (indexed && get(node, "completions") === undefined) {
    report(node, "completionMode Indexed needs completions");
  }
  for (const field of ["backoffLimitPerIndex", "maxFailedIndexes"]) {
    const found = entry(node, field);
    if (found && get(node, field) && !indexed) {
      report(keyOf(found), "needs completionMode: Indexed");
    }
  }
  const selector = entry(node, "selector");
  if (selector && get(node, "selector") && scalar(node, "manualSelector") !== true) {
    const hint = "remove it: a Job selects its own Pods";
    report(keyOf(selector), "needs manualSelector: true", hint);
  }
}
