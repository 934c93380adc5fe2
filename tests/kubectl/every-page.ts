import type { Lab } from "../../src/lab/cluster.ts";
import { CRASHING_IMAGE } from "../../src/lab/images.ts";
import type { KubeObject } from "../../src/lab/objects.ts";
import { applied, manifest, withImage } from "./manifests.ts";
import { migratePod, storedObjects } from "./objects.ts";
import { change, MINUTE, running } from "./states.ts";

/**
 * What the commands of a whole page may expect: four revisions, a crashing Pod, an HPA, and an
 * object of every kind that a page names.
 * @param lab the cluster
 */
export async function everyPage(lab: Lab): Promise<void> {
  await running(lab, "deployment-with-config.yaml");
  await change(lab, (deployment) => withImage(deployment, "myrepo/api-server:v1.2.4"));
  await lab.advance(MINUTE);
  await change(lab, (deployment) => withImage(deployment, "myrepo/api-server:v1.2.3"));
  await lab.advance(MINUTE);
  const old = await lab.of("deployments").get("api-server", "default");
  const wanted = applied(manifest("deployment.yaml"));
  const annotations = { ...old.metadata?.annotations, ...wanted.metadata?.annotations };
  await change(lab, (live) => ({
    ...live,
    metadata: { ...live.metadata, annotations },
    spec: wanted["spec"],
  }));
  await lab.advance(MINUTE);
  const { spec } = withImage(wanted, CRASHING_IMAGE) as { spec: { template: KubeObject } };
  // On another node than the one that the pages drain: a Pod without a controller stops a drain.
  const crashing = { ...(spec.template["spec"] as object), nodeName: "node-3" };
  const pod = { metadata: { name: "api-server-crashing" }, spec: crashing };
  await lab.of("pods").create(pod, "default");
  await lab.of("pods").create(migratePod(), "default");
  await lab.of("horizontalpodautoscalers").create(manifest("hpa.yaml"), "default");
  for (const { plural, object } of storedObjects(lab.now())) {
    await lab.of(plural).create(object, "default");
  }
  await lab.advance(MINUTE);
}
