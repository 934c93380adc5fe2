import { podTemplate, type KubeObject, type ObjectSet } from "../objects.ts";
import { entry, get, items, keyOf, text, valueOf, type Node } from "../tree.ts";

/** The Pods' spec of what an autoscaler scales, if it is in the set. */
function targetOf(set: ObjectSet, scaler: KubeObject): KubeObject | undefined {
  const target = get(scaler.node, "spec", "scaleTargetRef");
  return set.find(text(target, "kind") ?? "", scaler.namespace, text(target, "name") ?? "");
}

const asksFor = (container: Node, resource: string) =>
  get(container, "resources", "requests", resource) ??
  get(container, "resources", "limits", resource);

/** Warns of a share of requests where the containers request nothing. */
function checkRequests(scaler: KubeObject, spec: Node | undefined): void {
  if (get(spec, "resources")) return;
  for (const metric of items(get(scaler.node, "spec", "metrics"))) {
    const name = get(metric, "resource", "name");
    const resource = text(name);
    if (!name || !resource || !get(metric, "resource", "target", "averageUtilization")) continue;
    const without = items(get(spec, "containers")).find((one) => !asksFor(one, resource));
    if (!without) continue;
    const who = text(without, "name") ?? "";
    const message = `the container "${who}" requests no ${resource}, so there is no share to compute`;
    const hint = `write resources.requests.${resource}, or the autoscaler does nothing`;
    scaler.report(valueOf(name), message, hint, "warning");
  }
}

/** Checks an autoscaler against what it scales. */
export function checkScaling(set: ObjectSet, scaler: KubeObject): void {
  const target = targetOf(set, scaler);
  if (!target) return;
  checkRequests(scaler, podTemplate(target)?.spec);
  const replicas = entry(get(target.node, "spec"), "replicas");
  if (!replicas) return;
  const message = `the HorizontalPodAutoscaler "${scaler.name}" sets the replicas`;
  const hint = "each kubectl apply of this file sets them back: remove the field";
  target.report(keyOf(replicas), message, hint, "advice");
}
