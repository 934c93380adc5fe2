import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { createCluster, type Lab } from "../../src/lab/cluster.ts";
import { CRASHING_IMAGE } from "../../src/lab/images.ts";
import { listAt, textAt, type KubeObject } from "../../src/lab/objects.ts";

const MINUTE = 60_000;
/** A step for a cluster at rest. */
const COARSE = 5000;

/** Reads a manifest of the site. */
function manifest(file: string): KubeObject {
  const path = new URL(`../../content/manifests/${file}`, import.meta.url);
  return parse(readFileSync(path, "utf8")) as KubeObject;
}

function withImage(deployment: KubeObject, image: string): KubeObject {
  const changed = structuredClone(deployment);
  for (const container of listAt(changed, "spec", "template", "spec", "containers")) {
    container["image"] = image;
  }
  return changed;
}

/** Go writes the fields of a map in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, sorted(part)]));
}

/** A manifest as `kubectl apply` sends it: with the annotation that the next apply compares. */
function applied(object: KubeObject): KubeObject {
  const last = "kubectl.kubernetes.io/last-applied-configuration";
  const { metadata = {} } = object;
  const whole = { ...object, metadata: { annotations: {}, ...metadata, namespace: "default" } };
  const text = `${JSON.stringify(sorted(whole))}\n`;
  return { ...object, metadata: { ...metadata, annotations: { [last]: text } } };
}

async function base(lab: Lab): Promise<void> {
  const url = btoa("postgres://api:s3cret@db:5432/app");
  await lab.of("secrets").create({ metadata: { name: "db-secret" }, data: { url } }, "default");
  await lab.of("configmaps").create(applied(manifest("configmap.yaml")), "default");
  await lab.of("services").create(applied(manifest("service.yaml")), "default");
}

async function change(lab: Lab, edit: (deployment: KubeObject) => KubeObject): Promise<void> {
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

async function running(lab: Lab, file = "deployment.yaml"): Promise<void> {
  await base(lab);
  await lab.of("deployments").create(applied(manifest(file)), "default");
  await lab.advance(MINUTE);
}

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
  /** The Secret that the Deployment needs was never made. */
  "api-server-without-secret": async (lab) => {
    await lab.of("deployments").create(applied(manifest("deployment.yaml")), "default");
    await lab.advance(2 * MINUTE);
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
    await running(lab);
    await lab.advance(59 * MINUTE, COARSE);
    await change(lab, (deployment) => withImage(deployment, CRASHING_IMAGE));
    await lab.advance(4 * MINUTE);
  },
  /** Every Pod of the Deployment crashes. */
  "api-server-crashing": async (lab) => {
    await base(lab);
    const deployment = withImage(manifest("deployment.yaml"), CRASHING_IMAGE);
    await lab.of("deployments").create(applied(deployment), "default");
    await lab.advance(4 * MINUTE);
  },
  /** What the commands of a whole page may expect: four revisions, a crashing Pod, an HPA. */
  "every-page": async (lab) => {
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
    const pod = { metadata: { name: "api-server-crashing" }, spec: spec.template["spec"] };
    await lab.of("pods").create(pod, "default");
    await lab.of("horizontalpodautoscalers").create(manifest("hpa.yaml"), "default");
    await lab.advance(MINUTE);
  },
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

/**
 * Finds a Pod that serves, for commands that name one.
 * @param lab the cluster
 * @returns the name of the newest Pod of the Deployment that is ready and not being deleted
 */
export async function readyPod(lab: Lab): Promise<string> {
  const { items } = await lab.of("pods").list("default");
  const ready = items.filter(
    (pod) =>
      pod.metadata?.labels?.["app"] === "api-server" &&
      pod.metadata.deletionTimestamp === undefined &&
      listAt(pod, "status", "containerStatuses").every((status) => status["ready"] === true) &&
      textAt(pod, "status", "phase") === "Running",
  );
  const newest = (pod: KubeObject) => textAt(pod, "metadata", "creationTimestamp") ?? "";
  // Where none serves, a Pod that crashes is what the reader would look at.
  if (ready.length === 0) ready.push(...items);
  ready.sort((left, right) => (newest(left) < newest(right) ? 1 : -1));
  return ready[0]?.metadata?.name ?? "api-server-none";
}
