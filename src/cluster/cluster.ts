import { Cluster as Engine } from "@ngrok/webernetes";
import type { Collection } from "./collections/collection.ts";
import { endpointSlices } from "./collections/endpoint-slices.ts";
import { engineCollection } from "./collections/engine-collection.ts";
import { storeCollection } from "./collections/store-collection.ts";
import { programsOf, type Programs } from "./engine/exec.ts";
import { knownObjects } from "./engine/known-objects.ts";
import { patchClients, patchKubelets, patchRuntimes, registerNodes } from "./engine/patches.ts";
import { images } from "./images/images.ts";
import { LogBook } from "./images/logs.ts";
import { SERVED_KINDS, type ServedKind } from "./kinds.ts";
import type { ApiObject } from "./objects.ts";
import { VERSION } from "./version.ts";

/** A Kubernetes cluster in memory. */
export interface Cluster {
  readonly collections: readonly Collection[];
  readonly logs: LogBook;
  /** The cluster's time, milliseconds since 1970. */
  now(): number;
  /** Finds a collection by its plural, for example `pods`. @throws Error for an unknown one */
  of(plural: string): Collection;
  readonly exec: Programs["exec"];
  /** Sends an HTTP request from a node to an address of the cluster. */
  fetch(url: string, init?: { method?: string; body?: string }): Promise<HttpResponse>;
  /**
   * Lets time pass at once, so that what waits (probes, back-off) happens now. Coarse steps are
   * for a cluster in which nothing changes, and that is only to grow older.
   */
  advance(milliseconds: number, step?: number): Promise<void>;
  close(): Promise<void>;
}

/** What a request inside the cluster returned. */
interface HttpResponse {
  status: number;
  body: string;
}

function collectionsOf(engine: Engine): Collection[] {
  let revision = 1_000_000;
  const clock = {
    now: () => new Date(engine.clock.nowMs()),
    revision: () => revision,
    nextRevision: () => (revision += 1),
  };
  const all = SERVED_KINDS.map((kind: ServedKind) =>
    kind.keeper === "engine" ? engineCollection(engine, kind) : storeCollection(kind, clock),
  );
  const services = all.find(({ kind }) => kind.kind === "Service");
  return all.map((one) =>
    one.kind.kind === "EndpointSlice" && services ? endpointSlices(one, services) : one,
  );
}

/** The Service that every cluster has for its own API server. */
const API_SERVICE: ApiObject = {
  metadata: { name: "kubernetes", labels: { component: "apiserver", provider: "kubernetes" } },
  spec: {
    clusterIP: "10.96.0.1",
    clusterIPs: ["10.96.0.1"],
    ports: [{ name: "https", port: 443, protocol: "TCP", targetPort: 6443 }],
  },
};

/** Lets time pass on the engine's clock at once, so that what waits happens now. */
async function advance({ clock }: Engine, milliseconds: number, step: number): Promise<void> {
  // Real time does not count meanwhile: a slow machine sees what a fast one does.
  const pauses = !clock.isPaused();
  if (pauses) clock.pause();
  for (let left = milliseconds; left > 0; left -= step) {
    clock.step(Math.min(left, step));
    // What a timer started goes on in promises: let them run before the next step.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  if (pauses) clock.resume();
}

/**
 * Starts a cluster in memory with the images of the guide. Needs no Node: it runs in a browser.
 * @param options how many nodes it has; 3 when left out
 * @returns the cluster, to be closed at the end
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
  const programs = programsOf(engine);
  const known = knownObjects(["configmaps", "secrets", "pods"].map(of));
  const host = { logs, now, mounted: known.mounted, takeTerminal: programs.takeTerminal };
  for (const image of images(host)) engine.registerImage(image);
  patchKubelets(engine, known.lookup);
  patchRuntimes(engine);
  patchClients(engine);
  registerNodes(engine, VERSION);
  await engine.init();
  await of("services").create(API_SERVICE, "default");
  return {
    collections,
    logs,
    now,
    of,
    exec: programs.exec,
    fetch: async (url, init = {}) => engine.fetch(url, init),
    advance: (milliseconds, step = 500) => advance(engine, milliseconds, step),
    close: async () => engine.close(),
  };
}
