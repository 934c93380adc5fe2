import { createCluster, type Cluster } from "../cluster.ts";
import { CRASHING_IMAGE } from "../images/images.ts";
import { listAt, textAt, type ApiObject } from "../objects.ts";
import { everyPage } from "./every-page.ts";
import { FAILURES } from "./failures.ts";
import { applied, withImage, type ReadManifest, type Scenario } from "./manifests.ts";
import { production } from "./production.ts";
import { base, change, COARSE, MINUTE, released, running } from "./states.ts";

/** Clusters that commands run against and are recorded on, by name. */
const SCENARIOS: Record<string, Scenario> = {
  /** Nothing but what every cluster has. */
  empty: () => Promise.resolve(),
  /** The Secret is there, nothing else yet. */
  "secret-only": async (cluster) => {
    const url = btoa("postgres://api:s3cret@db:5432/app");
    await cluster
      .of("secrets")
      .create({ metadata: { name: "db-secret" }, data: { url } }, "default");
  },
  /** The guide's Deployment and Service, all three Pods ready, for some minutes. */
  "api-server-running": async (cluster, manifest) => {
    await running(cluster, manifest);
    await cluster.advance(4 * MINUTE, COARSE);
  },
  /** The whole service of kustomization.yaml, after its autoscaler has acted. */
  "api-server-production": production,
  /** The Deployment runs; its Service has not been applied. */
  "api-server-deployed": async (cluster, manifest) => {
    await running(cluster, manifest);
    await cluster.of("services").remove("api-server", "default", {});
    await cluster.advance(MINUTE);
  },
  /** v1.2.4 was rolled out after v1.2.3. */
  "api-server-updated": async (cluster, manifest) => {
    await running(cluster, manifest);
    await cluster.advance(60 * MINUTE, COARSE);
    await change(cluster, (deployment) => withImage(deployment, "myrepo/api-server:v1.2.4"));
    await cluster.advance(4 * MINUTE);
  },
  /** A release whose program crashes: the new Pod is in CrashLoopBackOff, the old ones serve. */
  "api-server-bad-release": async (cluster, manifest) => {
    await released(cluster, manifest, CRASHING_IMAGE, 4);
  },
  /** Every Pod of the Deployment crashes. */
  "api-server-crashing": async (cluster, manifest) => {
    await base(cluster, manifest);
    const deployment = withImage(manifest("deployment.yaml"), CRASHING_IMAGE);
    await cluster.of("deployments").create(applied(deployment), "default");
    await cluster.advance(4 * MINUTE);
  },
  /** What the commands of a whole page may expect. */
  "every-page": everyPage,
  ...FAILURES,
};

/**
 * Starts a cluster in one of the named states.
 * @param name the scenario
 * @param manifest finds the site's manifests
 * @returns the running cluster, to be closed
 * @throws Error for an unknown name, listing the known ones
 */
export async function startScenario(name: string, manifest: ReadManifest): Promise<Cluster> {
  const prepare = SCENARIOS[name];
  if (!prepare) {
    throw new Error(`unknown cluster "${name}"\n  Hint: ${Object.keys(SCENARIOS).join(", ")}.`);
  }
  const cluster = await createCluster();
  await prepare(cluster, manifest);
  return cluster;
}

const isReady = (pod: ApiObject) =>
  textAt(pod, "status", "phase") === "Running" &&
  listAt(pod, "status", "containerStatuses").every((status) => status["ready"] === true);

/** The newest first, to the second; of those the one with the first address. */
function newestFirst(pods: readonly ApiObject[]): ApiObject[] {
  const place = (pod: ApiObject) => {
    const created = Date.parse(textAt(pod, "metadata", "creationTimestamp") ?? "");
    const late = String(1e11 - Math.round(created / 1000)).padStart(12, "0");
    return `${late} ${textAt(pod, "status", "podIP") ?? ""}`;
  };
  return pods.toSorted((left, right) => (place(left) < place(right) ? -1 : 1));
}

/** Lets a rollout that is under way end: it takes Pods away. */
async function settled(cluster: Cluster): Promise<void> {
  for (let seconds = 0; seconds < 120; seconds += 1) {
    const { items } = await cluster.of("deployments").list("default");
    const done = items.every(({ spec, status, metadata }) => {
      const wanted = textAt(spec, "replicas");
      const counts = ["replicas", "updatedReplicas", "availableReplicas"];
      const seen = textAt(status, "observedGeneration") === textAt(metadata, "generation");
      return seen && counts.every((field) => (textAt(status, field) ?? "0") === wanted);
    });
    if (done) return;
    await cluster.advance(1000);
  }
}

/** The newest Pod of the Deployment that is ready and not being deleted. */
async function servingPod(cluster: Cluster): Promise<string> {
  const { items } = await cluster.of("pods").list("default");
  const serving = items.filter(
    (pod) =>
      pod.metadata?.labels?.["app"] === "api-server" &&
      pod.metadata.deletionTimestamp === undefined &&
      isReady(pod),
  );
  // Where none serves, a Pod that crashes is what the reader would look at.
  const [first] = newestFirst(serving.length > 0 ? serving : items);
  return first?.metadata?.name ?? "api-server-none";
}

/**
 * Finds a Pod that serves, for commands that name one. A rollout under way has two minutes to end.
 * @param cluster the cluster
 * @returns the name of the newest Pod of the Deployment that is ready and not being deleted
 */
export async function readyPod(cluster: Cluster): Promise<string> {
  await settled(cluster);
  return servingPod(cluster);
}

/**
 * Finds the Pod whose name a recording shows in place of `<pod-name>`.
 * @param cluster the cluster
 * @param scenario its state
 * @returns in a state of failure the newest Pod that is not ready, else one that serves
 */
export async function shownPod(cluster: Cluster, scenario: string): Promise<string> {
  const { items } = await cluster.of("pods").list("default");
  const [failing] = newestFirst(items.filter((pod) => !isReady(pod)));
  const found = scenario in FAILURES ? failing?.metadata?.name : undefined;
  return found ?? servingPod(cluster);
}
