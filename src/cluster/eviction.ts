import type { Cluster } from "./cluster.ts";
import { ApiError, at, listAt, textAt, type ApiObject } from "./objects.ts";

/** A number of Pods, or a share of them, rounded up (policy/v1's intstr values). */
function pods(value: unknown, of: number): number {
  const share = /^(\d+)%$/.exec(String(value))?.[1];
  return share === undefined ? Number(value) : Math.ceil((Number(share) / 100) * of);
}

function isReady(pod: ApiObject): boolean {
  const ready = listAt(pod, "status", "conditions").find(({ type }) => type === "Ready");
  return ready?.["status"] === "True" && pod.metadata?.deletionTimestamp === undefined;
}

function selects(budget: ApiObject, pod: ApiObject): boolean {
  const wanted = Object.entries(at(budget, "spec", "selector", "matchLabels") ?? {});
  return wanted.every(([key, value]) => pod.metadata?.labels?.[key] === value);
}

/**
 * Says how many Pods of a budget may be evicted now.
 * @param budget the PodDisruptionBudget
 * @param all the Pods of its namespace
 * @returns the number, 0 when the budget is used up
 */
export function disruptionsAllowed(budget: ApiObject, all: readonly ApiObject[]): number {
  const selected = all.filter((pod) => selects(budget, pod));
  const expected = selected.length;
  const least = at(budget, "spec", "minAvailable");
  const most = at(budget, "spec", "maxUnavailable");
  const desired =
    least === undefined ? expected - pods(most ?? 0, expected) : pods(least, expected);
  return Math.max(0, selected.filter(isReady).length - desired);
}

/**
 * Evicts a Pod as `kubectl drain` asks for it: it is deleted when the budgets allow it.
 * @param cluster the cluster
 * @param name the Pod
 * @param namespace its namespace
 * @throws ApiError NotFound, TooManyRequests when a budget is used up
 */
export async function evict(cluster: Cluster, name: string, namespace: string): Promise<void> {
  const pod = await cluster.of("pods").get(name, namespace);
  const { items: all } = await cluster.of("pods").list(namespace);
  const budgets = await cluster.of("poddisruptionbudgets").list(namespace);
  const tight = budgets.items.some(
    (budget) => selects(budget, pod) && disruptionsAllowed(budget, all) === 0,
  );
  if (tight && isReady(pod)) {
    const message = "Cannot evict pod as it would violate the pod's disruption budget.";
    throw new ApiError(429, "TooManyRequests", message);
  }
  const seconds = textAt(pod, "spec", "terminationGracePeriodSeconds");
  const options = seconds === undefined ? {} : { gracePeriodSeconds: Number(seconds) };
  await cluster.of("pods").remove(name, namespace, options);
}
