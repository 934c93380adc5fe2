import type { Lab } from "../../src/lab/cluster.ts";
import type { KubeObject } from "../../src/lab/objects.ts";
import { applied, manifest, withImage } from "./manifests.ts";

/** Milliseconds. */
export const MINUTE = 60_000;
/** A step for a cluster at rest. */
export const COARSE = 5000;

/**
 * Makes the Secret, the ConfigMap and the Service that the guide's Deployment goes with.
 * @param lab the cluster
 */
export async function base(lab: Lab): Promise<void> {
  const url = btoa("postgres://api:s3cret@db:5432/app");
  await lab.of("secrets").create({ metadata: { name: "db-secret" }, data: { url } }, "default");
  await lab.of("configmaps").create(applied(manifest("configmap.yaml")), "default");
  await lab.of("services").create(applied(manifest("service.yaml")), "default");
}

/**
 * Changes the Deployment, however often a controller writes in between.
 * @param lab the cluster
 * @param edit makes the wanted Deployment from the one that is there
 */
export async function change(
  lab: Lab,
  edit: (deployment: KubeObject) => KubeObject,
): Promise<void> {
  const deployments = lab.of("deployments");
  for (let attempt = 0; ; attempt += 1) {
    try {
      await deployments.update(edit(await deployments.get("api-server", "default")), "default");
      return;
    } catch (error) {
      // A controller wrote in between.
      if (attempt > 5) throw error;
    }
  }
}

/**
 * Makes the guide's objects and lets their Pods become ready.
 * @param lab the cluster
 * @param file the Deployment's manifest
 */
export async function running(lab: Lab, file = "deployment.yaml"): Promise<void> {
  await base(lab);
  await lab.of("deployments").create(applied(manifest(file)), "default");
  await lab.advance(MINUTE);
}

/**
 * Rolls out an image after the Deployment has run for an hour, and waits.
 * @param lab the cluster
 * @param image the image
 * @param minutes how long to wait
 */
export async function released(lab: Lab, image: string, minutes: number): Promise<void> {
  await running(lab);
  await lab.advance(59.1 * MINUTE, COARSE);
  await change(lab, (deployment) => withImage(deployment, image));
  await lab.advance(minutes * MINUTE);
}
