import { createCluster, type Lab } from "../../src/lab/cluster.ts";
import { CRASHING_IMAGE } from "../../src/lab/images.ts";
import { listAt, textAt, type KubeObject } from "../../src/lab/objects.ts";
import { everyPage } from "./every-page.ts";
import { FAILURES } from "./failures.ts";
import { applied, manifest, withImage } from "./manifests.ts";
import { base, change, COARSE, MINUTE, released, running } from "./states.ts";

/** Clusters that commands run against and are recorded on, by name. */
const SCENARIOS: Record<string, (lab: Lab) => Promise<void>> = {
  /** Nothing but what every cluster has. */
  empty: () => Promise.resolve(),
  /** The Secret is there, nothing else yet. */
  "secret-only": async (lab) => {
    const url = btoa("postgres://api:s3cret@db:5432/app");
    await lab.of("secrets").create({ metadata: { name: "db-secret" }, data: { url } }, "default");
  },
  /** The guide's Deployment and Service, all three Pods ready, for some minutes. */
  "api-server-running": async (lab) => {
    await running(lab);
    await lab.advance(4 * MINUTE, COARSE);
  },
  /** The Deployment runs; its Service has not been applied. */
  "api-server-deployed": async (lab) => {
    await running(lab);
    await lab.of("services").remove("api-server", "default", {});
    await lab.advance(MINUTE);
  },
  /** v1.2.4 was rolled out after v1.2.3. */
  "api-server-updated": async (lab) => {
    await running(lab);
    await lab.advance(60 * MINUTE, COARSE);
    await change(lab, (deployment) => withImage(deployment, "myrepo/api-server:v1.2.4"));
    await lab.advance(4 * MINUTE);
  },
  /** A release whose program crashes: the new Pod is in CrashLoopBackOff, the old ones serve. */
  "api-server-bad-release": async (lab) => {
    await released(lab, CRASHING_IMAGE, 4);
  },
  /** Every Pod of the Deployment crashes. */
  "api-server-crashing": async (lab) => {
    await base(lab);
    const deployment = withImage(manifest("deployment.yaml"), CRASHING_IMAGE);
    await lab.of("deployments").create(applied(deployment), "default");
    await lab.advance(4 * MINUTE);
  },
  /** What the commands of a whole page may expect. */
  "every-page": everyPage,
  ...FAILURES,
};

/**
 * Starts a cluster in one of the named states.
 * @param name the scenario
 * @returns the running cluster, to be closed
 * @throws Error for an unknown name, listing the known ones
 */
export async function startScenario(name: string): Promise<Lab> {
  const prepare = SCENARIOS[name];
  if (!prepare) {
    throw new Error(`unknown cluster "${name}"\n  Hint: ${Object.keys(SCENARIOS).join(", ")}.`);
  }
  const lab = await createCluster();
  await prepare(lab);
  return lab;
}

const isReady = (pod: KubeObject) =>
  textAt(pod, "status", "phase") === "Running" &&
  listAt(pod, "status", "containerStatuses").every((status) => status["ready"] === true);

/** The newest first, to the second; of those the one with the first address. */
function newestFirst(pods: readonly KubeObject[]): KubeObject[] {
  const place = (pod: KubeObject) => {
    const created = Date.parse(textAt(pod, "metadata", "creationTimestamp") ?? "");
    const late = String(1e11 - Math.round(created / 1000)).padStart(12, "0");
    return `${late} ${textAt(pod, "status", "podIP") ?? ""}`;
  };
  return pods.toSorted((left, right) => (place(left) < place(right) ? -1 : 1));
}

/** Lets a rollout that is under way end: it takes Pods away. */
async function settled(lab: Lab): Promise<void> {
  for (let seconds = 0; seconds < 120; seconds += 1) {
    const { items } = await lab.of("deployments").list("default");
    const done = items.every(({ spec, status, metadata }) => {
      const wanted = textAt(spec, "replicas");
      const counts = ["replicas", "updatedReplicas", "availableReplicas"];
      const seen = textAt(status, "observedGeneration") === textAt(metadata, "generation");
      return seen && counts.every((field) => (textAt(status, field) ?? "0") === wanted);
    });
    if (done) return;
    await lab.advance(1000);
  }
}

/** The newest Pod of the Deployment that is ready and not being deleted. */
async function servingPod(lab: Lab): Promise<string> {
  const { items } = await lab.of("pods").list("default");
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
 * @param lab the cluster
 * @returns the name of the newest Pod of the Deployment that is ready and not being deleted
 */
export async function readyPod(lab: Lab): Promise<string> {
  await settled(lab);
  return servingPod(lab);
}

/**
 * Finds the Pod that a recording's `<pod-name>` stands for.
 * @param lab the cluster
 * @param scenario its state
 * @returns in a state of failure the newest Pod that is not ready, else one that serves
 */
export async function shownPod(lab: Lab, scenario: string): Promise<string> {
  const { items } = await lab.of("pods").list("default");
  const [failing] = newestFirst(items.filter((pod) => !isReady(pod)));
  const found = scenario in FAILURES ? failing?.metadata?.name : undefined;
  return found ?? servingPod(lab);
}
