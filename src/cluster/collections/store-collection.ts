import { qualifiedKind, type ServedKind } from "../kinds.ts";
import { ApiError, textAt, type ApiObject } from "../objects.ts";
import {
  alreadyExists,
  conflict,
  notFound,
  prepared,
  type Change,
  type Collection,
} from "./collection.ts";
import { History } from "./history.ts";
import { createWithName } from "./names.ts";

/** What the plain collections of one cluster share. */
export interface StoreClock {
  now(): Date;
  /** The number of the last change of the cluster's plain collections. */
  revision(): number;
  /** The number of the next change. */
  nextRevision(): number;
}

function finalizersOf({ metadata }: ApiObject): string[] {
  const finalizers = metadata?.["finalizers"];
  return Array.isArray(finalizers) ? finalizers.map(String) : [];
}

const isDeleting = ({ metadata }: ApiObject) => metadata?.deletionTimestamp !== undefined;

/** Refuses finalizers that come too late (apimachinery's ValidateNoNewFinalizers). */
function rejectNewFinalizers(kind: ServedKind, before: ApiObject, wanted: ApiObject): void {
  if (!isDeleting(before)) return;
  const old = finalizersOf(before);
  const added = finalizersOf(wanted).filter((one) => !old.includes(one));
  if (added.length === 0) return;
  const found = `[]string{${added
    .sort()
    .map((one) => JSON.stringify(one))
    .join(", ")}}`;
  const why = `no new finalizers can be added if the object is being deleted, found new finalizers ${found}`;
  const what = `${qualifiedKind(kind)} "${before.metadata?.name ?? ""}" is invalid`;
  throw new ApiError(422, "Invalid", `${what}: metadata.finalizers: Forbidden: ${why}`);
}

/** Metadata that an update does not change. */
function lasting({ metadata = {} }: ApiObject): object {
  const fields = ["uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds"];
  const kept = fields.flatMap((field) =>
    metadata[field] === undefined ? [] : [[field, metadata[field]]],
  );
  return Object.fromEntries(kept) as object;
}

/** The objects of a plain collection, its watchers and its last changes. */
class Store {
  private readonly objects = new Map<string, ApiObject>();
  private readonly watchers = new Set<(change: Change) => void>();
  private readonly history: History;
  readonly kind: ServedKind;
  readonly clock: StoreClock;

  constructor(kind: ServedKind, clock: StoreClock) {
    this.kind = kind;
    this.clock = clock;
    this.history = new History(clock.revision());
  }

  private key(name: string, namespace: string): string {
    return this.kind.namespaced ? `${namespace}/${name}` : name;
  }

  all(namespace?: string): ApiObject[] {
    return [...this.objects.values()].filter(
      ({ metadata }) => namespace === undefined || metadata?.namespace === namespace,
    );
  }

  has(name: string, namespace: string): boolean {
    return this.objects.has(this.key(name, namespace));
  }

  find(name: string, namespace: string): ApiObject {
    const found = this.objects.get(this.key(name, namespace));
    if (!found) throw notFound(this.kind, name);
    return found;
  }

  /** Writes a change down, reports it, and gives a copy of its object. */
  write(type: Change["type"], sent: ApiObject, namespace: string): ApiObject {
    const revision = this.clock.nextRevision();
    const object: ApiObject = {
      ...sent,
      metadata: {
        ...sent.metadata,
        ...(this.kind.namespaced ? { namespace } : {}),
        resourceVersion: String(revision),
      },
    };
    const key = this.key(object.metadata?.name ?? "", namespace);
    if (type === "DELETED") this.objects.delete(key);
    else this.objects.set(key, object);
    const change = { type, object };
    this.history.add(revision, change);
    for (const watcher of this.watchers) watcher(change);
    return structuredClone(object);
  }

  watch(report: (change: Change) => void, namespace?: string, revision?: string): () => void {
    const watcher = ({ type, object }: Change) => {
      const inside = namespace === undefined || object.metadata?.namespace === namespace;
      if (inside) report({ type, object: structuredClone(object) });
    };
    if (revision !== undefined) this.history.since(revision).forEach(watcher);
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}

function create(store: Store, sent: ApiObject, namespace: string): Promise<ApiObject> {
  const { kind, clock } = store;
  return createWithName(kind, prepared(kind, sent), (object) => {
    const name = object.metadata?.name ?? "";
    if (store.has(name, namespace)) return Promise.reject(alreadyExists(kind, name));
    const created = { uid: crypto.randomUUID(), creationTimestamp: clock.now().toISOString() };
    const metadata = { ...object.metadata, ...created };
    return Promise.resolve(store.write("ADDED", { ...object, metadata }, namespace));
  });
}

function update(store: Store, sent: ApiObject, namespace: string): ApiObject {
  const { kind } = store;
  const name = sent.metadata?.name ?? "";
  const before = store.find(name, namespace);
  const version = textAt(sent, "metadata", "resourceVersion") ?? "";
  if (version !== "" && version !== before.metadata?.resourceVersion) throw conflict(kind, name);
  const object = prepared(kind, sent, before);
  object.metadata = { ...object.metadata, ...lasting(before) };
  rejectNewFinalizers(kind, before, object);
  const done = isDeleting(object) && finalizersOf(object).length === 0;
  return store.write(done ? "DELETED" : "MODIFIED", object, namespace);
}

/** Deletes an object, or marks it as deleted while it has finalizers. */
function remove(store: Store, name: string, namespace: string): ApiObject {
  const object = store.find(name, namespace);
  if (finalizersOf(object).length === 0) return store.write("DELETED", object, namespace);
  if (isDeleting(object)) return structuredClone(object);
  const marks = {
    deletionTimestamp: store.clock.now().toISOString(),
    deletionGracePeriodSeconds: 0,
  };
  const marked = { ...object, metadata: { ...object.metadata, ...marks } };
  return store.write("MODIFIED", marked, namespace);
}

/**
 * A collection kept in memory beside the engine: objects are stored and found, and no controller
 * acts on them.
 * @param kind the kind of its objects
 * @param clock time and revisions
 * @returns the collection, empty
 */
export function storeCollection(kind: ServedKind, clock: StoreClock): Collection {
  const store = new Store(kind, clock);
  return {
    kind,
    list: (namespace) => {
      const items = structuredClone(store.all(namespace));
      return Promise.resolve({ items, revision: String(clock.revision()) });
    },
    get: async (name, namespace) => Promise.resolve(structuredClone(store.find(name, namespace))),
    create: (sent, namespace) => create(store, sent, namespace),
    update: async (sent, namespace) => Promise.resolve(update(store, sent, namespace)),
    remove: async (name, namespace) => Promise.resolve(remove(store, name, namespace)),
    watch: (report, namespace, revision) => store.watch(report, namespace, revision),
  };
}
