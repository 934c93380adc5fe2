import { describe, expect, it } from "vitest";
import { storeCollection } from "../../src/cluster/collections/store-collection.ts";
import type { Change, Collection } from "../../src/cluster/collections/collection.ts";
import { SERVED_KINDS } from "../../src/cluster/kinds.ts";
import type { ApiObject } from "../../src/cluster/objects.ts";

function configMaps(): Collection {
  const kind = SERVED_KINDS.find((one) => one.kind === "ConfigMap");
  if (!kind) throw new Error("no ConfigMap");
  let revision = 100;
  return storeCollection(kind, {
    now: () => new Date(0),
    revision: () => revision,
    nextRevision: () => (revision += 1),
  });
}

const config = (name: string, data: Record<string, string> = {}): ApiObject => ({
  metadata: { name },
  data,
});

/** The error of a promise, as the client gets it. */
async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    const { code, reason, message } = error as { code: number; reason: string; message: string };
    return { code, reason, message };
  }
  return undefined;
}

describe("a revision", () => {
  it("that is stale is refused, and a missing one is not asked for", async () => {
    const collection = configMaps();
    const first = await collection.create(config("one"), "default");
    await collection.update({ ...first, data: { a: "1" } }, "default");
    expect(await failure(collection.update({ ...first, data: { a: "2" } }, "default"))).toEqual({
      code: 409,
      reason: "Conflict",
      message:
        'Operation cannot be fulfilled on configmaps "one": the object has been modified; please apply your changes to the latest version and try again',
    });
    expect(await collection.get("one", "default")).toMatchObject({ data: { a: "1" } });
    const updated = await collection.update(config("one", { a: "3" }), "default");
    expect(updated).toMatchObject({ data: { a: "3" }, metadata: { uid: first.metadata?.uid } });
  });
  it("is not spent by a list", async () => {
    const collection = configMaps();
    const { metadata } = await collection.create(config("one"), "default");
    const lists = [await collection.list(), await collection.list()];
    expect(lists.map(({ revision }) => revision)).toEqual([
      metadata?.resourceVersion,
      metadata?.resourceVersion,
    ]);
  });
});

describe("a generated name", () => {
  it("has five letters of the alphabet, and no other object's", async () => {
    const collection = configMaps();
    const create = () => collection.create({ metadata: { generateName: "job-" } }, "default");
    const names = (await Promise.all(Array.from({ length: 50 }, create))).map(
      ({ metadata }) => metadata?.name ?? "",
    );
    expect(names.filter((name) => !/^job-[bcdfghjklmnpqrstvwxz2456789]{5}$/.test(name))).toEqual(
      [],
    );
    expect(new Set(names).size).toBe(50);
    expect((await collection.get(names[0] ?? "", "default")).metadata?.generateName).toBe("job-");
  });
  it("is cut to 63 characters", async () => {
    const created = await configMaps().create({ metadata: { generateName: "x".repeat(80) } }, "a");
    expect(created.metadata?.name).toHaveLength(63);
  });
  it("or a name is required", async () => {
    expect(await failure(configMaps().create({ metadata: {} }, "default"))).toEqual({
      code: 422,
      reason: "Invalid",
      message:
        'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
    });
  });
});

describe("a finalizer", () => {
  const guarded: ApiObject = { metadata: { name: "one", finalizers: ["example.com/cleanup"] } };
  it("keeps a deleted object until it is removed", async () => {
    const collection = configMaps();
    const changes: string[] = [];
    collection.watch(({ type }) => changes.push(type));
    await collection.create(guarded, "default");
    const deleted = await collection.remove("one", "default", {});
    expect(deleted.metadata).toMatchObject({
      deletionTimestamp: "1970-01-01T00:00:00.000Z",
      deletionGracePeriodSeconds: 0,
    });
    expect(await collection.remove("one", "default", {})).toEqual(deleted);
    const metadata = { name: "one", finalizers: [] };
    await collection.update({ metadata }, "default");
    expect(await failure(collection.get("one", "default"))).toMatchObject({ code: 404 });
    expect(changes).toEqual(["ADDED", "MODIFIED", "DELETED"]);
  });
  it("cannot be added any more", async () => {
    const collection = configMaps();
    await collection.create(guarded, "default");
    await collection.remove("one", "default", {});
    const finalizers = ["example.com/cleanup", "b", "a"];
    expect(
      await failure(collection.update({ metadata: { name: "one", finalizers } }, "d")),
    ).toMatchObject({ code: 404 });
    expect(
      await failure(collection.update({ metadata: { name: "one", finalizers } }, "default")),
    ).toEqual({
      code: 422,
      reason: "Invalid",
      message:
        'ConfigMap "one" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"a", "b"}',
    });
  });
});

describe("a watch", () => {
  const watched = (collection: Collection, revision: string, namespace?: string) => {
    const changes: Change[] = [];
    collection.watch((change) => changes.push(change), namespace, revision);
    return changes.map(({ type, object }) => `${type} ${object.metadata?.name ?? ""}`);
  };
  it("begins with what has changed since the list", async () => {
    const collection = configMaps();
    await collection.create(config("before"), "default");
    const { revision } = await collection.list("default");
    await collection.create(config("one"), "default");
    await collection.create(config("elsewhere"), "shop");
    await collection.update(config("one", { a: "1" }), "default");
    await collection.remove("one", "default", {});
    expect(watched(collection, revision, "default")).toEqual([
      "ADDED one",
      "MODIFIED one",
      "DELETED one",
    ]);
    expect(watched(collection, (await collection.list()).revision)).toEqual([]);
  });
  it("gives a deleted object the revision of its deletion", async () => {
    const collection = configMaps();
    const created = await collection.create(config("one"), "default");
    const versions: unknown[] = [];
    collection.watch(({ object }) => versions.push(object.metadata?.resourceVersion));
    await collection.remove("one", "default", {});
    expect(versions).toEqual([String(Number(created.metadata?.resourceVersion) + 1)]);
  });
  it("is refused from a revision whose changes are no longer kept", async () => {
    const collection = configMaps();
    const { revision } = await collection.list();
    await collection.create(config("one"), "default");
    expect(watched(collection, revision)).toEqual(["ADDED one"]);
    for (let count = 0; count < 1001; count += 1) {
      await collection.update(config("one", { count: String(count) }), "default");
    }
    const expired = {
      code: 410,
      reason: "Expired",
      message: "too old resource version: 100 (102)",
    };
    const watch = async () =>
      Promise.resolve(collection.watch(() => undefined, "default", revision));
    expect(await failure(watch())).toEqual(expired);
    expect(watched(collection, "102")).toHaveLength(1000);
  });
});
