import type { Cluster } from "../cluster.ts";
import { CRASHING_IMAGE } from "../images/images.ts";
import type { ApiObject } from "../objects.ts";
import { applied, withImage, type ReadManifest } from "./manifests.ts";
import { migratePod } from "./stored/batch.ts";
import { storedObjects } from "./stored/objects.ts";
import { change, MINUTE, running } from "./states.ts";

/**
 * What the commands of a whole page may expect: four revisions, a crashing Pod, an HPA, and an
 * object of every kind that a page names.
 * @param cluster the cluster
 * @param manifest finds the site's manifests
 */
export async function everyPage(cluster: Cluster, manifest: ReadManifest): Promise<void> {
  await running(cluster, manifest, "deployment-with-config.yaml");
  await change(cluster, (deployment) => withImage(deployment, "myrepo/api-server:v1.2.4"));
  await cluster.advance(MINUTE);
  await change(cluster, (deployment) => withImage(deployment, "myrepo/api-server:v1.2.3"));
  await cluster.advance(MINUTE);
  const old = await cluster.of("deployments").get("api-server", "default");
  const wanted = applied(manifest("deployment.yaml"));
  const annotations = { ...old.metadata?.annotations, ...wanted.metadata?.annotations };
  await change(cluster, (live) => ({
    ...live,
    metadata: { ...live.metadata, annotations },
    spec: wanted["spec"],
  }));
  await cluster.advance(MINUTE);
  const { spec } = withImage(wanted, CRASHING_IMAGE) as { spec: { template: ApiObject } };
  // On another node than the one that the pages drain: a Pod without a controller stops a drain.
  const crashing = { ...(spec.template["spec"] as object), nodeName: "node-3" };
  const pod = { metadata: { name: "api-server-crashing" }, spec: crashing };
  await cluster.of("pods").create(pod, "default");
  await cluster.of("pods").create(migratePod(), "default");
  await cluster.of("horizontalpodautoscalers").create(manifest("hpa.yaml"), "default");
  await cluster.of("ingresses").create(applied(manifest("ingress.yaml")), "default");
  for (const { plural, object } of storedObjects(cluster.now())) {
    await cluster.of(plural).create(object, "default");
  }
  await cluster.advance(MINUTE);
}
