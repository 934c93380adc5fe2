import type { Cluster } from "../cluster.ts";
import type { ApiObject } from "../objects.ts";
import { applied, withImage, type ReadManifest } from "./manifests.ts";

/** In milliseconds. */
export const MINUTE = 60_000;
/** A step, in milliseconds, for a cluster in which nothing changes. */
export const COARSE = 5000;

/**
 * Makes the Secret, the ConfigMap and the Service that the guide's Deployment goes with.
 * @param cluster the cluster
 * @param manifest finds the site's manifests
 */
export async function base(cluster: Cluster, manifest: ReadManifest): Promise<void> {
  const url = btoa("postgres://api:s3cret@db:5432/app");
  await cluster.of("secrets").create({ metadata: { name: "db-secret" }, data: { url } }, "default");
  await cluster.of("configmaps").create(applied(manifest("configmap.yaml")), "default");
  await cluster.of("services").create(applied(manifest("service.yaml")), "default");
}

/**
 * Changes the Deployment, however often a controller writes in between.
 * @param cluster the cluster
 * @param edit makes the wanted Deployment from the one that is there
 */
export async function change(
  cluster: Cluster,
  edit: (deployment: ApiObject) => ApiObject,
): Promise<void> {
  const deployments = cluster.of("deployments");
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
 * @param cluster the cluster
 * @param manifest finds the site's manifests
 * @param file the Deployment's manifest
 */
export async function running(
  cluster: Cluster,
  manifest: ReadManifest,
  file = "deployment.yaml",
): Promise<void> {
  await base(cluster, manifest);
  await cluster.of("deployments").create(applied(manifest(file)), "default");
  await cluster.advance(MINUTE);
}

/**
 * Rolls out an image after the Deployment has run for an hour, and waits.
 * @param cluster the cluster
 * @param manifest finds the site's manifests
 * @param image the image
 * @param minutes how long to wait
 */
export async function released(
  cluster: Cluster,
  manifest: ReadManifest,
  image: string,
  minutes: number,
): Promise<void> {
  await running(cluster, manifest);
  await cluster.advance(59.1 * MINUTE, COARSE);
  await change(cluster, (deployment) => withImage(deployment, image));
  await cluster.advance(minutes * MINUTE);
}
