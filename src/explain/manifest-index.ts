import { labelsOf, podOf, selects } from "../validate/links.ts";
import type { Manifest } from "./read.ts";

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

interface Workload {
  manifest: Manifest;
  labels: ReadonlyMap<string, string>;
}

/** Manifests by kind and name, and those with Pods by their labels. */
export class ManifestIndex {
  readonly #order = new Map<Manifest, number>();
  readonly #named = new Map<string, Manifest[]>();
  readonly #labelled = new Map<string, Workload[]>();

  constructor(manifests: readonly Manifest[]) {
    for (const [at, manifest] of manifests.entries()) {
      const { kind, name, root } = manifest;
      this.#order.set(manifest, at);
      if (name !== undefined) push(this.#named, `${kind}/${name}`, manifest);
      const labels = labelsOf(podOf(kind, root));
      for (const [key, value] of labels) {
        push(this.#labelled, `${key}=${value}`, { manifest, labels });
      }
    }
  }

  /** The manifests of a kind with a name; none for a name that is missing. */
  named(kind: string, name: string | undefined): readonly Manifest[] {
    return name === undefined ? [] : (this.#named.get(`${kind}/${name}`) ?? []);
  }

  /** The manifests whose Pods have all labels of a selector. */
  selected(selector: ReadonlyMap<string, string>): Manifest[] {
    const [first] = selector;
    const near = first && this.#labelled.get(first.join("="));
    return (near ?? [])
      .filter(({ labels }) => selects(selector, labels))
      .map(({ manifest }) => manifest);
  }

  /** Sorts manifests as they were given. */
  inOrder(manifests: Manifest[]): Manifest[] {
    return manifests.sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }
}
