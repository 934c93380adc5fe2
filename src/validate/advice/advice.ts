import { podTemplate, type KubeObject } from "../objects.ts";
import { entry, get, keyOf, scalar, text, valueOf } from "../tree.ts";
import { adviseContainers } from "./containers.ts";

const serving = ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"];

function adviseBudget({ node, report }: KubeObject): void {
  for (const [field, blocking] of [
    ["maxUnavailable", /^0%?$/],
    ["minAvailable", /^100%$/],
  ] as const) {
    const place = get(node, "spec", field);
    if (!place || !blocking.test(String(scalar(place)))) continue;
    const hint = "kubectl drain waits until it is changed: leave room for one Pod";
    report(valueOf(place), "no Pod may ever be evicted", hint, "advice");
  }
}

function adviseBarePod({ node, report }: KubeObject): void {
  const kind = entry(node, "kind");
  const owned = get(node, "metadata", "ownerReferences") ?? get(node, "spec", "nodeName");
  const ends = ["Never", "OnFailure"].includes(text(node, "spec", "restartPolicy") ?? "Always");
  if (!kind || owned || ends) return;
  const hint = "use a Deployment, which replaces it when it or its node is lost";
  report(keyOf(kind), "nothing replaces a Pod that stands alone", hint, "advice");
}

function adviseIngress({ node, report }: KubeObject): void {
  const annotations = get(node, "metadata", "annotations");
  const old = entry(annotations, "kubernetes.io/ingress.class");
  if (!old || get(node, "spec", "ingressClassName")) return;
  report(keyOf(old), "the annotation is deprecated", "write spec.ingressClassName", "advice");
}

/** Says what in an object works, and is better written otherwise. */
export function checkAdvice(object: KubeObject): void {
  const pods = podTemplate(object);
  if (pods) adviseContainers(pods.spec, serving.includes(object.kind), object.report);
  if (object.kind === "Pod") adviseBarePod(object);
  if (object.kind === "PodDisruptionBudget") adviseBudget(object);
  if (object.kind === "Ingress") adviseIngress(object);
}
