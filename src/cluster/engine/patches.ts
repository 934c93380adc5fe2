import { AppsV1Api, CoreV1Api, type Cluster as Engine, type V1EnvVar } from "@ngrok/webernetes";
import { EventCorrelator } from "./event-correlator.ts";
import { resolveVariables, type Lookup } from "./environment.ts";
import type { ApiObject } from "../objects.ts";

/**
 * Resolves references to ConfigMaps and Secrets, which the engine's kubelets do not know.
 * @param engine the cluster
 * @param lookup finds ConfigMaps and Secrets
 */
export function patchKubelets(engine: Engine, lookup: Lookup): void {
  for (const { kubelet } of engine.servers) {
    const original = kubelet.makeEnvironmentVariables.bind(kubelet);
    kubelet.makeEnvironmentVariables = async (ctx, pod, container, ip, ips) => {
      try {
        const namespace = pod.metadata?.namespace ?? "default";
        const env = resolveVariables(container.env ?? [], namespace, lookup);
        return await original(ctx, pod, { ...container, env: env as V1EnvVar[] }, ip, ips);
      } catch (error) {
        return [[], error instanceof Error ? error : new Error(String(error))];
      }
    };
  }
}

/**
 * An image's name with its registry, as containerd writes it out before it pulls
 * (github.com/distribution/reference, ParseDockerRef).
 * @param image the name as a manifest gives it
 * @returns for example `docker.io/myrepo/api-server:v1.2.3`
 */
export function withRegistry(image: string): string {
  const [first = "", ...rest] = image.split("/");
  if (rest.length === 0) return `docker.io/library/${image}`;
  const registry = /[.:]/.test(first) || first === "localhost";
  return registry ? image : `docker.io/${image}`;
}

/**
 * Says why a container ended, and which image could not be pulled, as containerd does: the
 * engine's runtime gives no reason, and leaves the registry out.
 * @param engine the cluster
 */
export function patchRuntimes(engine: Engine): void {
  for (const { runtime } of engine.servers) {
    const status = runtime.containerStatus.bind(runtime);
    runtime.containerStatus = async (ctx, id, verbose) => {
      const [response, error] = await status(ctx, id, verbose);
      const found = response?.status;
      if (found?.state === "Exited") found.reason = found.exitCode === 0 ? "Completed" : "Error";
      return [response, error];
    };
    const pull = runtime.pullImage.bind(runtime);
    runtime.pullImage = async (ctx, spec, credentials, sandbox) => {
      const [reference, error] = await pull(ctx, spec, credentials, sandbox);
      const message = error?.message.replaceAll(spec.image, withRegistry(spec.image));
      return [reference, message === undefined ? undefined : new Error(message)];
    };
  }
}

/**
 * Gives the nodes the labels and versions that a kubelet registers, which the engine's do not.
 * @param engine the cluster, before it is started
 * @param version the kubelets' version, for example `v1.36.3`
 */
export function registerNodes(engine: Engine, version: string): void {
  for (const { name, node } of engine.servers) {
    const labels = {
      "kubernetes.io/arch": "amd64",
      "kubernetes.io/hostname": name,
      "kubernetes.io/os": "linux",
    };
    node.metadata = { ...node.metadata, labels };
    const unknown = { bootID: "", machineID: "", systemUUID: "", kernelVersion: "", osImage: "" };
    const nodeInfo = {
      ...unknown,
      architecture: "amd64",
      operatingSystem: "linux",
      containerRuntimeVersion: "",
      kubeletVersion: version,
      kubeProxyVersion: "",
    };
    node.status = { ...node.status, nodeInfo };
  }
}

/** The annotation with the revision of a Deployment that is rolled out. */
const REVISION = "deployment.kubernetes.io/revision";

/**
 * Keeps the revision that the Deployment controller writes with a status: the API server takes
 * annotations from there (pkg/registry/apps/deployment/strategy.go), the engine drops them.
 */
function keepRevision(api: Engine["api"]["appsv1"]): void {
  const replace = api.replaceNamespacedDeploymentStatus.bind(api);
  api.replaceNamespacedDeploymentStatus = async (request) => {
    const written = await replace(request);
    const revision = request.body.metadata?.annotations?.[REVISION];
    const { metadata } = written;
    if (revision === undefined || metadata?.annotations?.[REVISION] === revision) return written;
    const annotations = { ...metadata?.annotations, [REVISION]: revision };
    const body = { ...written, metadata: { ...metadata, annotations } };
    return api.replaceNamespacedDeployment({ ...request, body });
  };
}

/**
 * Makes the engine's components write as those of Kubernetes do: repeated events are counted and
 * not written again, and a Deployment keeps its revision.
 * @param engine the cluster, before it is started
 */
export function patchClients(engine: Engine): void {
  const correlator = new EventCorrelator();
  const patchEvents = (api: Engine["api"]["corev1"]) => {
    const create = api.createNamespacedEvent.bind(api);
    // One event after the other, so that a repetition finds the first occurrence.
    let last: Promise<unknown> = Promise.resolve();
    api.createNamespacedEvent = async (request) => {
      const reported = request.body as unknown as ApiObject;
      const correlated = correlator.correlate(reported, engine.clock.nowMs());
      if (!correlated) return request.body;
      const body = correlated.event as unknown as typeof request.body;
      const name = correlated.event.metadata?.name ?? "";
      const write = async () =>
        correlated.repeats
          ? api.replaceNamespacedEvent({ namespace: request.namespace, name, body })
          : create({ ...request, body });
      const written = last.then(write);
      last = written.catch(() => undefined);
      return written;
    };
  };
  patchEvents(engine.api.corev1);
  const make = engine.kubeConfig.makeApiClient.bind(engine.kubeConfig);
  engine.kubeConfig.makeApiClient = (type) => {
    const client = make(type);
    if (client instanceof CoreV1Api) patchEvents(client);
    if (client instanceof AppsV1Api) keepRevision(client);
    return client;
  };
}
