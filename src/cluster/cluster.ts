import { Cluster as Engine, type ContainerInstance } from "@ngrok/webernetes";
import type { Collection } from "./collections/collection.ts";
import { engineCollection } from "./collections/engine-collection.ts";
import type { Lookup } from "./engine/environment.ts";
import { images, type ImageHost, type Terminal } from "./images/images.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { LogBook } from "./images/logs.ts";
import { mountedFile } from "./engine/mounts.ts";
import { ApiError, textAt, type ApiObject } from "./objects.ts";
import { publishedSlices } from "./collections/endpoint-slices.ts";
import { storeCollection } from "./collections/store-collection.ts";
import { describeNodes, teachClients, teachKubelets, teachRuntimes } from "./engine/patches.ts";

/** A Kubernetes cluster in memory. */
export interface Cluster {
  readonly collections: readonly Collection[];
  readonly logs: LogBook;
  /** The cluster's time, milliseconds since 1970. */
  now(): number;
  /** Finds a collection by its plural, for example `pods`. @throws Error for an unknown one */
  of(plural: string): Collection;
  /**
   * Runs a program in a container.
   * @returns its exit status
   * @throws ApiError when the container does not run
   */
  exec(pod: ApiObject, container: string, argv: string[], terminal: Terminal): Promise<number>;
  /** Sends an HTTP request from a node to an address of the cluster. */
  fetch(url: string, init?: { method?: string; body?: string }): Promise<HttpResponse>;
  /**
   * Lets time pass at once, so that what waits (probes, back-off) happens now. Coarse steps are
   * for a cluster at rest that is only to grow older.
   */
  advance(milliseconds: number, step?: number): Promise<void>;
  close(): Promise<void>;
}

/** What a request inside the cluster returned. */
export interface HttpResponse {
  status: number;
  body: string;
}

/** The containers of a node: the engine keeps them private, and offers exec without stdin only. */
function containersOf({ runtime }: Engine["servers"][number]): Map<string, ContainerInstance> {
  return (runtime as unknown as { containers: Map<string, ContainerInstance> }).containers;
}

function missingProgram(name: string): ApiError {
  const cause = `exec: "${name}": executable file not found in $PATH: unknown`;
  const runtime = `OCI runtime exec failed: exec failed: unable to start container process: ${cause}`;
  const message = `Internal error occurred: error executing command in container: failed to exec in container: ${runtime}`;
  return new ApiError(500, "InternalError", message);
}

function collectionsOf(engine: Engine): Collection[] {
  let revision = 1_000_000;
  const clock = {
    now: () => new Date(engine.clock.nowMs()),
    nextRevision: () => String((revision += 1)),
  };
  const all = KINDS.map((kind: Kind) =>
    kind.keeper === "engine" ? engineCollection(engine, kind) : storeCollection(kind, clock),
  );
  const services = all.find(({ kind }) => kind.kind === "Service");
  return all.map((one) =>
    one.kind.kind === "EndpointSlice" && services ? publishedSlices(one, services) : one,
  );
}

/** The version of Kubernetes whose behaviour the cluster shows. */
export const VERSION = "v1.36.3";

/** The Service that every cluster has for its own API server. */
const API_SERVICE: ApiObject = {
  metadata: { name: "kubernetes", labels: { component: "apiserver", provider: "kubernetes" } },
  spec: {
    clusterIP: "10.96.0.1",
    clusterIPs: ["10.96.0.1"],
    ports: [{ name: "https", port: 443, protocol: "TCP", targetPort: 6443 }],
  },
};

/**
 * Starts a cluster in memory with the images of the guide. Needs no Node: it runs in a browser.
 * @param options how many nodes it has; 3 when not said
 * @returns the cluster, to be closed when it is done with
 */
export async function createCluster(options: { nodes?: number } = {}): Promise<Cluster> {
  const engine = new Engine({ nodes: options.nodes ?? 3 });
  const logs = new LogBook();
  const now = () => engine.clock.nowMs();
  const collections = collectionsOf(engine);
  const of = (plural: string): Collection => {
    const found = collections.find(({ kind }) => kind.plural === plural);
    if (!found) throw new Error(`the cluster has no ${plural}`);
    return found;
  };
  let offered: Terminal | undefined;
  const takeTerminal = () => {
    const taken = offered;
    offered = undefined;
    return taken;
  };
  // What kubelets read of the cluster while they start a container.
  const known = new Map<string, ApiObject>();
  for (const plural of ["configmaps", "secrets", "pods"]) {
    const collection = of(plural);
    collection.watch(({ type, object }) => {
      const key = `${collection.kind.kind}/${object.metadata?.namespace ?? ""}/${object.metadata?.name ?? ""}`;
      if (type === "DELETED") known.delete(key);
      else known.set(key, object);
    });
  }
  const lookup: Lookup = (kind, name, namespace) => known.get(`${kind}/${namespace}/${name}`);
  const mounted: ImageHost["mounted"] = ({ name, namespace }, container, path) => {
    const pod = known.get(`Pod/${namespace}/${name}`);
    return pod && mountedFile(pod, container, path, lookup);
  };
  for (const image of images({ logs, now, mounted, takeTerminal })) engine.registerImage(image);
  teachKubelets(engine, lookup);
  teachRuntimes(engine);
  teachClients(engine);
  describeNodes(engine, VERSION);
  await engine.init();
  await of("services").create(API_SERVICE, "default");

  return {
    collections,
    logs,
    now,
    of,
    exec: async (pod, container, argv, terminal) => {
      const server = engine.servers.find(({ name }) => name === textAt(pod, "spec", "nodeName"));
      const uid = pod.metadata?.uid ?? "";
      const fullName = `${pod.metadata?.name ?? ""}_${pod.metadata?.namespace ?? ""}`;
      const [found] =
        (await server?.kubelet.findContainer(engine.ctx, fullName, uid, container)) ?? [];
      const instance = found && server && containersOf(server).get(found.id.id);
      if (instance?.status().state !== "Running") {
        throw new ApiError(400, "BadRequest", `container not found ("${container}")`);
      }
      // The process takes the terminal while it starts, before anything else can run.
      offered = terminal;
      const process = instance.exec(argv);
      takeTerminal();
      const status = await process.wait();
      // A shell says itself what it did not find; without one, the runtime does.
      if (status === 127 && process.stderr === "") throw missingProgram(argv[0] ?? "");
      return status;
    },
    fetch: async (url, init = {}) => engine.fetch(url, init),
    advance: async (milliseconds, step = 500) => {
      const { clock } = engine;
      // While it is advanced, the wall's time does not count: a slow machine sees what a fast one does.
      const pauses = !clock.isPaused();
      if (pauses) clock.pause();
      for (let left = milliseconds; left > 0; left -= step) {
        clock.step(Math.min(left, step));
        // What a timer started goes on in promises: let them run before the next step.
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      if (pauses) clock.resume();
    },
    close: async () => engine.close(),
  };
}
