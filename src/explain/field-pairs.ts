import {
  containersOf,
  linksOf,
  podOf,
  portsNamed,
  probePorts,
  type Link,
  type LinkUse,
} from "../validate/links.ts";
import { entries, entry, get, items, scalar, strings, text, type Node } from "../validate/tree.ts";
import { ManifestIndex } from "./manifest-index.ts";
import type { Manifest } from "./read.ts";

/** Two fields that have to agree. */
export interface FieldPair {
  ends: readonly [End, End];
  /** What is said at each end; `{}` stands for the other. */
  say: readonly [string, string];
}

/** A field of a manifest. */
interface End {
  manifest: Manifest;
  /** Its path with indexes. */
  path: string;
}

type Add = (
  a: [Manifest, Node | undefined],
  b: [Manifest, Node | undefined],
  sayA: string,
  sayB?: string,
) => void;

const EQUAL = "Must equal {}.";

/** What is said at the object that a link names. Links of other uses are not told of. */
const NAMED: Partial<Record<LinkUse, string>> = {
  backend: "Requests come from {}.",
  environment: "Named by {}.",
  scale: "Scaled by {}.",
  volume: "Named by {}.",
};

const podIn = ({ kind, root }: Manifest) => podOf(kind, root);
const labelsIn = (manifest: Manifest) => get(podIn(manifest), "metadata", "labels");
const containersIn = (manifest: Manifest) => containersOf(get(podIn(manifest), "spec"));

/** Inside one workload: selector and labels, probes and ports, mounts and volumes. */
function addInside(manifest: Manifest, add: Add): void {
  const selector = get(manifest.root, "spec", "selector", "matchLabels");
  const labels = labelsIn(manifest);
  if (selector && labels) {
    const say = "Every label here must be found in {}.";
    add([manifest, selector], [manifest, labels], say, "Must hold every label of {}.");
  }
  for (const { key, value } of entries(selector)) {
    add([manifest, value], [manifest, entry(labels, key)?.value], EQUAL);
  }
  const volumes = items(get(podIn(manifest), "spec", "volumes"));
  for (const container of containersIn(manifest)) {
    for (const probe of probePorts(container)) {
      const say = "Must be a port that the container listens on, here {}.";
      for (const port of portsNamed(container, probe)) {
        add([manifest, probe], [manifest, port], say, "Probed by {}.");
      }
    }
    for (const mount of items(get(container, "volumeMounts"))) {
      const volume = volumes.find((one) => text(one, "name") === text(mount, "name"));
      const say = "Names a volume: must equal {}.";
      add([manifest, get(mount, "name")], [manifest, get(volume, "name")], say, "Mounted by {}.");
    }
  }
}

/** A Service and the Pods that it sends requests to. */
function addSelected(service: Manifest, workload: Manifest, add: Add): void {
  const selector = get(service.root, "spec", "selector");
  const labels = labelsIn(workload);
  const say = "Selects the Pods that carry every label here: see {}.";
  add([service, selector], [workload, labels], say, "The Service selects Pods by {}.");
  for (const { key, value } of entries(selector)) {
    add([service, value], [workload, entry(labels, key)?.value], EQUAL);
  }
  for (const port of items(get(service.root, "spec", "ports"))) {
    // A Service without targetPort sends to the port of the same number.
    const target = get(port, "targetPort") ?? get(port, "port");
    if (!target) continue;
    for (const container of containersIn(workload))
      addTarget(service, target, workload, container, add);
  }
}

/** A port of a Service, and the port of the container that it means. */
function addTarget(
  service: Manifest,
  target: Node,
  workload: Manifest,
  container: Node,
  add: Add,
): void {
  const say = "Requests go to this port of the container: {}.";
  for (const port of portsNamed(container, target)) {
    add([service, target], [workload, port], say, "Reached through {}.");
  }
  for (const probe of probePorts(container)) {
    if (scalar(probe) !== scalar(target)) continue;
    add([service, target], [workload, probe], "Probed at {}.", "Reached through {}.");
  }
}

/** A field that names an object, the keys that it reads there, or the port that it leads to. */
function addLinked(from: Manifest, link: Link, to: Manifest, add: Add): void {
  const { use, kind, holder, name, keys, port } = link;
  const own = get(to.root, "metadata", "name");
  const named = NAMED[use];
  add([from, name], [to, own], `Names the ${kind}: must equal {}.`, named);
  for (const key of keys) {
    for (const part of ["data", "stringData"]) {
      const field = entry(get(to.root, part), text(key) ?? "");
      add([from, key], [to, field?.value], "Names the key {}.", "Read by {}.");
    }
  }
  if (use === "scale") add([from, get(holder, "kind")], [to, get(to.root, "kind")], EQUAL, named);
  if (use !== "backend") return;
  for (const one of items(get(to.root, "spec", "ports"))) {
    const field = typeof scalar(port) === "string" ? "name" : "port";
    if (scalar(one, field) !== scalar(port)) continue;
    add([from, port], [to, get(one, field)], "Must be a port of the Service: {}.", named);
  }
}

/** What a manifest has to do with others, by them: in their order. */
function addOthers(manifest: Manifest, index: ManifestIndex, add: Add): void {
  const found = new Map<Manifest, (() => void)[]>();
  const later = (other: Manifest, run: () => void) => {
    found.set(other, [...(found.get(other) ?? []), run]);
  };
  const selector = strings(get(manifest.root, "spec", "selector"));
  if (manifest.kind === "Service") {
    for (const workload of index.selected(selector)) {
      later(workload, () => {
        addSelected(manifest, workload, add);
      });
    }
  }
  for (const link of linksOf(manifest.kind, manifest.root)) {
    if (NAMED[link.use] === undefined) continue;
    for (const other of index.named(link.kind, text(link.name))) {
      later(other, () => {
        addLinked(manifest, link, other, add);
      });
    }
  }
  for (const other of index.inOrder([...found.keys()]))
    for (const run of found.get(other) ?? []) run();
}

/**
 * Finds the fields that have to agree, within manifests and between them.
 * @param manifests all that belong together
 */
export function findPairs(manifests: readonly Manifest[]): FieldPair[] {
  const pairs: FieldPair[] = [];
  const add: Add = ([m, a], [n, b], sayA, sayB = sayA) => {
    if (!a || !b) return;
    const ends = [
      { manifest: m, path: a.path },
      { manifest: n, path: b.path },
    ] as const;
    pairs.push({ ends, say: [sayA, sayB] });
  };
  const index = new ManifestIndex(manifests);
  for (const manifest of manifests) {
    addInside(manifest, add);
    addOthers(manifest, index, add);
  }
  return pairs;
}
