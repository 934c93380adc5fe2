import type { Cluster } from "../cluster.ts";
import { applied, type ReadManifest } from "./manifests.ts";
import { base, COARSE, MINUTE } from "./states.ts";

/** The kinds that no controller of the cluster acts on, with the status that one would write. */
const KEPT: readonly (readonly [plural: string, file: string, status?: object])[] = [
  ["serviceaccounts", "serviceaccount.yaml"],
  ["networkpolicies", "networkpolicy-api-server.yaml"],
  [
    "poddisruptionbudgets",
    "pdb.yaml",
    { disruptionsAllowed: 1, currentHealthy: 3, desiredHealthy: 2, expectedPods: 3 },
  ],
  [
    "horizontalpodautoscalers",
    "hpa.yaml",
    {
      currentReplicas: 3,
      desiredReplicas: 3,
      currentMetrics: [
        {
          type: "Resource",
          resource: { name: "cpu", current: { averageUtilization: 31, averageValue: "31m" } },
        },
      ],
    },
  ],
];

/**
 * Applies the whole service, as the kustomization names it, and gives the Deployment the number of
 * Pods that its autoscaler asks for at the least.
 * @param cluster the cluster
 * @param manifest finds the site's manifests
 */
export async function production(cluster: Cluster, manifest: ReadManifest): Promise<void> {
  await base(cluster, manifest);
  for (const [plural, file, status] of KEPT) {
    const object = applied(manifest(file));
    await cluster.of(plural).create({ ...object, ...(status ? { status } : {}) }, "default");
  }
  const deployment = applied(manifest("deployment-production.yaml"));
  const spec = { ...(deployment["spec"] as object), replicas: 3 };
  await cluster.of("deployments").create({ ...deployment, spec }, "default");
  await cluster.advance(5 * MINUTE, COARSE);
}
