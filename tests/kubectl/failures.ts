import type { Lab } from "../../src/lab/cluster.ts";
import { MISSING_IMAGE, UNHEALTHY_IMAGE, UNREADY_IMAGE } from "../../src/lab/images.ts";
import { at, listAt, textAt, type KubeObject } from "../../src/lab/objects.ts";
import { applied, manifest, withImage } from "./manifests.ts";
import { base, MINUTE, released, running } from "./states.ts";

/** The Pod with the first address. */
async function firstPod(lab: Lab): Promise<string> {
  const { items } = await lab.of("pods").list("default");
  const address = (pod: KubeObject) => textAt(pod, "status", "podIP") ?? "";
  const [first] = items.toSorted((left, right) => (address(left) < address(right) ? -1 : 1));
  if (!first) throw new Error("no Pod");
  return first.metadata?.name ?? "";
}

/**
 * Clusters in which something goes wrong, by name: a recording shows the Pod that fails. Where a
 * kubelet keeps reporting, the state is taken between two rounded ages, after the 25 events that a
 * source may send at once and before the first that it may send five minutes later: what a
 * recording counts then hangs less on the jitter of the kubelets' timers.
 */
export const FAILURES: Record<string, (lab: Lab) => Promise<void>> = {
  /** The Secret that the Deployment needs was never made. */
  "api-server-without-secret": async (lab) => {
    await lab.of("deployments").create(applied(manifest("deployment.yaml")), "default");
    await lab.advance(4.33 * MINUTE);
  },
  /** A release to a tag that does not exist: the old Pods serve. */
  "api-server-image-missing": (lab) => released(lab, MISSING_IMAGE, 4.67),
  /** The same, after the Deployment gave up waiting. */
  "api-server-rollout-stuck": (lab) => released(lab, MISSING_IMAGE, 11),
  /** A release whose readiness probe gets 503: the old Pods serve. */
  "api-server-not-ready": (lab) => released(lab, UNREADY_IMAGE, 4.17),
  /** Every Pod's liveness probe gets 500. */
  "api-server-unhealthy": async (lab) => {
    await base(lab);
    const deployment = withImage(manifest("deployment.yaml"), UNHEALTHY_IMAGE);
    for (const container of listAt(deployment, "spec", "template", "spec", "containers")) {
      container["livenessProbe"] = { httpGet: { path: "/livez", port: 8000 } };
    }
    await lab.of("deployments").create(applied(deployment), "default");
    // All three wait to be started again: later, each goes its own way.
    await lab.advance(2.67 * MINUTE);
  },
  /** A Pod was deleted whose program takes its time: it has an hour, and sleeps first. */
  "api-server-draining": async (lab) => {
    await base(lab);
    const deployment = manifest("deployment.yaml");
    const spec = at(deployment, "spec", "template", "spec") as Record<string, unknown>;
    spec["terminationGracePeriodSeconds"] = 3600;
    for (const container of listAt(spec, "containers")) {
      container["lifecycle"] = { preStop: { sleep: { seconds: 3500 } } };
    }
    await lab.of("deployments").create(applied(deployment), "default");
    await lab.advance(MINUTE);
    await lab.of("pods").remove(await firstPod(lab), "default", {});
    await lab.advance(4 * MINUTE);
  },
  /** A Pod with a finalizer that nobody removes was deleted; another took its place. */
  "api-server-finalizer": async (lab) => {
    await running(lab);
    const pods = lab.of("pods");
    const pod = await pods.get(await firstPod(lab), "default");
    const metadata = { ...pod.metadata, finalizers: ["example.com/cleanup"] };
    await pods.update({ ...pod, metadata }, "default");
    await pods.remove(pod.metadata?.name ?? "", "default", {});
    await lab.advance(4 * MINUTE);
  },
  /** The Service's selector names a label that no Pod has. */
  "api-server-selector-wrong": async (lab) => {
    await running(lab);
    const services = lab.of("services");
    const service = await services.get("api-server", "default");
    const spec = { ...(service["spec"] as object), selector: { app: "api" } };
    await services.update({ ...service, spec }, "default");
    await lab.advance(4 * MINUTE);
  },
};
