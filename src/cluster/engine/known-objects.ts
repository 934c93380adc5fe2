import type { Collection } from "../collections/collection.ts";
import type { ImageHost } from "../images/simulated-image.ts";
import type { ApiObject } from "../objects.ts";
import type { Lookup } from "./environment.ts";
import { mountedFile } from "./mounts.ts";

/** What kubelets read of the cluster while they start a container, without waiting. */
export interface KnownObjects {
  lookup: Lookup;
  mounted: ImageHost["mounted"];
}

/** Follows collections, so that their objects are at hand. */
export function knownObjects(collections: readonly Collection[]): KnownObjects {
  const known = new Map<string, ApiObject>();
  for (const collection of collections) {
    collection.watch(({ type, object }) => {
      const { name = "", namespace = "" } = object.metadata ?? {};
      const key = `${collection.kind.kind}/${namespace}/${name}`;
      if (type === "DELETED") known.delete(key);
      else known.set(key, object);
    });
  }
  const lookup: Lookup = (kind, name, namespace) => known.get(`${kind}/${namespace}/${name}`);
  return {
    lookup,
    mounted: ({ name, namespace }, container, path) => {
      const pod = known.get(`Pod/${namespace}/${name}`);
      return pod && mountedFile(pod, container, path, lookup);
    },
  };
}
