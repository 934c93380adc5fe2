import type { Cluster } from "../cluster.ts";
import { MISSING_IMAGE, UNHEALTHY_IMAGE, UNREADY_IMAGE } from "../images/images.ts";
import { at, listAt, textAt, type ApiObject } from "../objects.ts";
import { applied, withImage, type Scenario } from "./manifests.ts";
import { base, MINUTE, released, running } from "./states.ts";

/** The Pod with the first address. */
async function firstPod(cluster: Cluster): Promise<string> {
  const { items } = await cluster.of("pods").list("default");
  const address = (pod: ApiObject) => textAt(pod, "status", "podIP") ?? "";
  const [first] = items.toSorted((left, right) => (address(left) < address(right) ? -1 : 1));
  if (!first) throw new Error("no Pod");
  return first.metadata?.name ?? "";
}

/**
 * Clusters in which something goes wrong, by name: a recording shows the Pod that fails. Where a
 * kubelet keeps reporting, the state is taken between two rounded ages, after the 25 events that a
 * source may send at once and before the first that it may send five minutes later: what a
 * recording counts then depends less on the jitter of the kubelets' timers.
 */
export const FAILURES: Record<string, Scenario> = {
  /** The Secret that the Deployment needs was never made. */
  "api-server-without-secret": async (cluster, manifest) => {
    await cluster.of("deployments").create(applied(manifest("deployment.yaml")), "default");
    await cluster.advance(4.33 * MINUTE);
  },
  /** A release to a tag that does not exist: the old Pods serve. */
  "api-server-image-missing": (cluster, manifest) =>
    released(cluster, manifest, MISSING_IMAGE, 4.67),
  /** The same, after the Deployment gave up waiting. */
  "api-server-rollout-stuck": (cluster, manifest) => released(cluster, manifest, MISSING_IMAGE, 11),
  /** A release whose readiness probe gets 503: the old Pods serve. */
  "api-server-not-ready": (cluster, manifest) => released(cluster, manifest, UNREADY_IMAGE, 4.17),
  /** Every Pod's liveness probe gets 500. */
  "api-server-unhealthy": async (cluster, manifest) => {
    await base(cluster, manifest);
    const deployment = withImage(manifest("deployment.yaml"), UNHEALTHY_IMAGE);
    for (const container of listAt(deployment, "spec", "template", "spec", "containers")) {
      container["livenessProbe"] = { httpGet: { path: "/livez", port: 8000 } };
    }
    await cluster.of("deployments").create(applied(deployment), "default");
    // Each has been restarted three times, and no event has been dropped yet: counts agree.
    await cluster.advance(1.8 * MINUTE);
  },
  /** A Pod was deleted whose program takes its time: it has an hour, and sleeps first. */
  "api-server-draining": async (cluster, manifest) => {
    await base(cluster, manifest);
    const deployment = manifest("deployment.yaml");
    const spec = at(deployment, "spec", "template", "spec") as Record<string, unknown>;
    spec["terminationGracePeriodSeconds"] = 3600;
    for (const container of listAt(spec, "containers")) {
      container["lifecycle"] = { preStop: { sleep: { seconds: 3500 } } };
    }
    await cluster.of("deployments").create(applied(deployment), "default");
    await cluster.advance(MINUTE);
    await cluster.of("pods").remove(await firstPod(cluster), "default", {});
    await cluster.advance(4 * MINUTE);
  },
  /** A Pod with a finalizer that nobody removes was deleted; another took its place. */
  "api-server-finalizer": async (cluster, manifest) => {
    await running(cluster, manifest);
    const pods = cluster.of("pods");
    const pod = await pods.get(await firstPod(cluster), "default");
    const metadata = { ...pod.metadata, finalizers: ["example.com/cleanup"] };
    await pods.update({ ...pod, metadata }, "default");
    await pods.remove(pod.metadata?.name ?? "", "default", {});
    await cluster.advance(4 * MINUTE);
  },
  /** The Service's selector names a label that no Pod has. */
  "api-server-selector-wrong": async (cluster, manifest) => {
    await running(cluster, manifest);
    const services = cluster.of("services");
    const service = await services.get("api-server", "default");
    const spec = { ...(service["spec"] as object), selector: { app: "api" } };
    await services.update({ ...service, spec }, "default");
    await cluster.advance(4 * MINUTE);
  },
};
