import { alreadyExists, notFound, prepared, type Change, type Collection } from "./collection.ts";
import type { Kind } from "../kinds.ts";
import type { ApiObject } from "../objects.ts";

/** What the plain collections of one cluster share. */
export interface StoreClock {
  now(): Date;
  /** A number that grows with every change of the cluster's plain collections. */
  nextRevision(): string;
}

/**
 * A collection kept in memory beside the engine: objects are stored and found, and no controller
 * acts on them.
 * @param kind the kind of its objects
 * @param clock time and revisions
 * @returns the collection, empty
 */
export function storeCollection(kind: Kind, clock: StoreClock): Collection {
  const objects = new Map<string, ApiObject>();
  const watchers = new Set<(change: Change) => void>();
  const key = (name: string, namespace: string) =>
    kind.namespaced ? `${namespace}/${name}` : name;
  const announce = (type: Change["type"], object: ApiObject) => {
    for (const watcher of watchers) watcher({ type, object: structuredClone(object) });
  };
  const find = (name: string, namespace: string): ApiObject => {
    const found = objects.get(key(name, namespace));
    if (!found) throw notFound(kind, name);
    return found;
  };
  const keep = (object: ApiObject, namespace: string, type: Change["type"]): ApiObject => {
    const name = object.metadata?.name ?? "";
    object.metadata = {
      ...object.metadata,
      ...(kind.namespaced ? { namespace } : {}),
      resourceVersion: clock.nextRevision(),
    };
    objects.set(key(name, namespace), object);
    announce(type, object);
    return structuredClone(object);
  };

  return {
    kind,
    list: (namespace) => {
      const items = [...objects.values()].filter(
        ({ metadata }) => namespace === undefined || metadata?.namespace === namespace,
      );
      return Promise.resolve({ items: structuredClone(items), revision: clock.nextRevision() });
    },
    get: async (name, namespace) => Promise.resolve(structuredClone(find(name, namespace))),
    create: async (sent, namespace) => {
      const object = prepared(kind, sent);
      const name = object.metadata?.name ?? "";
      if (objects.has(key(name, namespace))) throw alreadyExists(kind, name);
      object.metadata = {
        ...object.metadata,
        uid: crypto.randomUUID(),
        creationTimestamp: clock.now().toISOString(),
      };
      return Promise.resolve(keep(object, namespace, "ADDED"));
    },
    update: async (sent, namespace) => {
      const before = find(sent.metadata?.name ?? "", namespace);
      const object = prepared(kind, sent, before);
      object.metadata = {
        ...object.metadata,
        ...(before.metadata?.uid ? { uid: before.metadata.uid } : {}),
        ...(before.metadata?.creationTimestamp
          ? { creationTimestamp: before.metadata.creationTimestamp }
          : {}),
      };
      return Promise.resolve(keep(object, namespace, "MODIFIED"));
    },
    remove: async (name, namespace) => {
      const object = find(name, namespace);
      objects.delete(key(name, namespace));
      announce("DELETED", object);
      return Promise.resolve(structuredClone(object));
    },
    watch: (report, namespace) => {
      const watcher = (change: Change) => {
        const inside = change.object.metadata?.namespace === namespace;
        if (namespace === undefined || inside) report(change);
      };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
