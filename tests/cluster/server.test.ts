import { afterEach, describe, expect, it, vi } from "vitest";
import { createApiServer, type ApiServer } from "../../src/cluster/api/server.ts";
import type { Cluster } from "../../src/cluster/cluster.ts";
import { storeCollection } from "../../src/cluster/collections/store-collection.ts";
import { LogBook } from "../../src/cluster/images/logs.ts";
import { SERVED_KINDS } from "../../src/cluster/kinds.ts";
import { at, listAt, textAt, type ApiObject } from "../../src/cluster/objects.ts";

const NAMESPACE = "http://cluster/api/v1/namespaces/default";

/** A cluster without an engine: plain collections, and a shell that repeats what is typed. */
function plainCluster(clusterAhead = 0): Cluster {
  let revision = 100;
  const now = () => Date.now() + clusterAhead;
  const clock = {
    now: () => new Date(now()),
    revision: () => revision,
    nextRevision: () => (revision += 1),
  };
  const collections = SERVED_KINDS.map((kind) => storeCollection(kind, clock));
  return {
    collections,
    logs: new LogBook(),
    now,
    of: (plural) => {
      const found = collections.find(({ kind }) => kind.plural === plural);
      if (!found) throw new Error(`no ${plural}`);
      return found;
    },
    exec: async (_pod, _container, argv, terminal) => {
      terminal.complain(`${argv.join(" ")}\n`);
      for await (const line of terminal.input) terminal.print(`${line}\n`);
      return 3;
    },
    fetch: () => Promise.reject(new Error("not used")),
    advance: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function ask(api: ApiServer, path: string, init: RequestInit = {}) {
  const response = await api.fetch(new Request(`${NAMESPACE}${path}`, init));
  return { code: response.status, body: (await response.json()) as ApiObject };
}

const send = (api: ApiServer, method: string, path: string, object: unknown, headers = {}) =>
  ask(api, path, { method, body: JSON.stringify(object), headers });

const create = (api: ApiServer, object: unknown) => send(api, "POST", "/configmaps", object);

/** Reads the next lines of a stream, and leaves. */
async function lines(response: Response, count: number): Promise<unknown[]> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (text.split("\n").length <= count) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) break;
    text += value;
  }
  await reader?.cancel();
  return text.trim().split("\n");
}

afterEach(() => {
  vi.useRealTimers();
});

describe("data that looks like a time", () => {
  it.for([["soon"], ["2026-01-01T00:00:00Z"], ["2026-01-01"]] as const)(
    "%s is sent as it was stored",
    async ([startTime]) => {
      const api = createApiServer(plainCluster(3_600_000));
      const sent = { metadata: { name: "one", labels: { startTime: "x" } }, data: { startTime } };
      expect((await create(api, sent)).code).toBe(201);
      const { code, body } = await ask(api, "/configmaps/one");
      expect([code, at(body, "data", "startTime")]).toEqual([200, startTime]);
    },
  );
  it("is shifted where it is one, to the client's clock", async () => {
    const api = createApiServer(plainCluster(3_600_000));
    const { body } = await create(api, { metadata: { name: "one" } });
    const created = Date.parse(textAt(body, "metadata", "creationTimestamp") ?? "");
    expect(Math.abs(created - Date.now())).toBeLessThan(2000);
  });
});

describe("routes", () => {
  it.for([
    ["GET", "/configmaps/none", 404, 'configmaps "none" not found'],
    ["GET", "/podz", 404, "the server could not find the requested resource"],
    ["GET", "/configmaps/one/scale", 404, "the server could not find the requested resource"],
    ["PUT", "/configmaps", 405, "the server does not allow this method on the requested resource"],
    [
      "POST",
      "/pods/one/log",
      405,
      "the server does not allow this method on the requested resource",
    ],
  ] as const)("%s %s: %s", async ([method, path, code, message]) => {
    const answer = await ask(createApiServer(plainCluster()), path, { method });
    expect([answer.code, textAt(answer.body, "message")]).toEqual([code, message]);
    expect(answer.body.kind).toBe("Status");
  });
  it("names an object that is not to be stored, too", async () => {
    const api = createApiServer(plainCluster());
    const sent = { metadata: { generateName: "job-" } };
    const { body } = await send(api, "POST", "/configmaps?dryRun=All", sent);
    expect(body.metadata?.name).toMatch(/^job-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
    expect(listAt((await ask(api, "/configmaps")).body, "items")).toEqual([]);
    const nameless = await send(api, "POST", "/configmaps?dryRun=All", { metadata: {} });
    expect([nameless.code, textAt(nameless.body, "reason")]).toEqual([422, "Invalid"]);
  });
  it("deletes the selected objects of a collection", async () => {
    const api = createApiServer(plainCluster());
    for (const name of ["a", "b", "c"]) {
      await create(api, { metadata: { name, labels: { keep: String(name === "b") } } });
    }
    const { body } = await ask(api, "/configmaps?labelSelector=keep%3Dfalse", { method: "DELETE" });
    expect(listAt(body, "items").map((item) => textAt(item, "metadata", "name"))).toEqual([
      "a",
      "c",
    ]);
    const left = listAt((await ask(api, "/configmaps")).body, "items");
    expect(left.map((item) => textAt(item, "metadata", "name"))).toEqual(["b"]);
  });
});

describe("a change", () => {
  const patchType = { "content-type": "application/merge-patch+json" };
  it("from a stale revision is refused, by PUT and by PATCH", async () => {
    const api = createApiServer(plainCluster());
    const { body: first } = await create(api, { metadata: { name: "one" }, data: { a: "1" } });
    await send(api, "PUT", "/configmaps/one", { ...first, data: { a: "2" } });
    const stale = { metadata: { resourceVersion: first.metadata?.resourceVersion }, data: {} };
    for (const answer of [
      await send(api, "PUT", "/configmaps/one", { ...first, data: { a: "3" } }),
      await send(api, "PATCH", "/configmaps/one", { ...stale, data: { a: "3" } }, patchType),
    ]) {
      expect([answer.code, textAt(answer.body, "reason")]).toEqual([409, "Conflict"]);
    }
    expect(at((await ask(api, "/configmaps/one")).body, "data")).toEqual({ a: "2" });
  });
  it("removes the last finalizer, and with it the object", async () => {
    const api = createApiServer(plainCluster());
    await create(api, { metadata: { name: "one", finalizers: ["example.com/x"] } });
    const { body } = await ask(api, "/configmaps/one", { method: "DELETE" });
    expect(textAt(body, "metadata", "deletionTimestamp")).toMatch(/Z$/);
    const patch = { metadata: { finalizers: null } };
    expect((await send(api, "PATCH", "/configmaps/one", patch, patchType)).code).toBe(200);
    expect((await ask(api, "/configmaps/one")).code).toBe(404);
  });
  it("of the status leaves the rest alone, and the other way round", async () => {
    const api = createApiServer(plainCluster());
    const claims = "/persistentvolumeclaims";
    await send(api, "POST", claims, { metadata: { name: "one" }, spec: { volumeName: "a" } });
    const both = { spec: { volumeName: "b" }, status: { phase: "Bound" } };
    await send(api, "PATCH", `${claims}/one/status`, both, patchType);
    const { body } = await ask(api, `${claims}/one`);
    expect([at(body, "spec"), at(body, "status")]).toEqual([{ volumeName: "a" }, both.status]);
    await send(api, "PATCH", `${claims}/one`, { ...both, status: { phase: "Lost" } }, patchType);
    const after = (await ask(api, `${claims}/one`)).body;
    expect([at(after, "spec"), at(after, "status")]).toEqual([both.spec, both.status]);
  });
});

describe("a watch", () => {
  const watch = (api: ApiServer, query: string) =>
    api.fetch(new Request(`${NAMESPACE}/configmaps?watch=true&${query}`));
  const types = (events: unknown[]) =>
    events.map((event) => {
      const { type, object } = JSON.parse(String(event)) as { type: string; object: ApiObject };
      return `${type} ${object.metadata?.name ?? ""}`;
    });

  it("from the revision of a list has what happened since", async () => {
    const api = createApiServer(plainCluster());
    const { body } = await ask(api, "/configmaps");
    const revision = textAt(body, "metadata", "resourceVersion") ?? "";
    await create(api, { metadata: { name: "one" } });
    await ask(api, "/configmaps/one", { method: "DELETE" });
    await create(api, { metadata: { name: "two" } });
    const events = await lines(await watch(api, `resourceVersion=${revision}`), 3);
    expect(types(events)).toEqual(["ADDED one", "DELETED one", "ADDED two"]);
  });
  it("from a revision that is no longer known ends with Expired", async () => {
    const cluster = plainCluster();
    const api = createApiServer(cluster);
    await create(api, { metadata: { name: "one" } });
    for (let count = 0; count < 1001; count += 1) {
      const object = { metadata: { name: "one" }, data: { count: String(count) } };
      await cluster.of("configmaps").update(object, "default");
    }
    const [event] = await lines(await watch(api, "resourceVersion=1"), 5);
    expect(JSON.parse(String(event))).toMatchObject({
      type: "ERROR",
      object: {
        kind: "Status",
        code: 410,
        reason: "Expired",
        message: "too old resource version: 1 (102)",
      },
    });
  });
  it("ends after the seconds that were asked for", async () => {
    vi.useFakeTimers();
    const api = createApiServer(plainCluster());
    const response = await watch(api, "timeoutSeconds=30");
    const text = response.text();
    await vi.advanceTimersByTimeAsync(30_000);
    await expect(text).resolves.toBe("");
  });
});

it("follows a log until the client leaves", async () => {
  const cluster = plainCluster();
  const pod = { metadata: { name: "one" }, spec: { containers: [{ name: "app" }] } };
  const { metadata } = await cluster.of("pods").create(pod, "default");
  const print = (text: string) => {
    cluster.logs.write(metadata?.uid ?? "", "app", 0, text, 0);
  };
  print("first\n");
  const request = new Request(`${NAMESPACE}/pods/one/log?follow=true`);
  const response = await createApiServer(cluster).fetch(request);
  print("second\n");
  expect(await lines(response, 2)).toEqual(["first", "second"]);
  // Nobody reads any more: a line that comes now must not fail.
  print("third\n");
});

describe("exec", () => {
  async function exec(path: string, typed: string[]): Promise<string[]> {
    const cluster = plainCluster();
    const pod = { metadata: { name: "one" }, spec: { containers: [{ name: "app" }] } };
    await cluster.of("pods").create(pod, "default");
    const messages: string[] = [];
    await createApiServer(cluster).exec(new Request(`${NAMESPACE}${path}`), {
      readable: new ReadableStream({
        start: (controller) => {
          for (const text of typed) {
            controller.enqueue(Uint8Array.of(0, ...new TextEncoder().encode(text)));
          }
          controller.enqueue(Uint8Array.of(255, 0));
        },
      }),
      writable: new WritableStream<Uint8Array>({
        write: (message) => {
          messages.push(`${message[0] ?? ""} ${new TextDecoder().decode(message.subarray(1))}`);
        },
      }),
    });
    return messages;
  }
  it("carries input, output and the exit status", async () => {
    const [error, ...output] = (
      await exec("/pods/one/exec?command=sh&command=-s", ["a\nb", "c"])
    ).toSorted((left, right) => (left < right ? 1 : -1));
    expect(output).toEqual(["2 sh -s\n", "1 bc\n", "1 a\n"]);
    expect(error).toMatch(/^3 .*"exit status 3".*|^3 .*"ExitCode","message":"3"/);
  });
  it("reports on the error channel what is missing", async () => {
    const [message = ""] = await exec("/pods/two/exec?command=sh", []);
    expect(JSON.parse(message.slice(2))).toMatchObject({
      message: 'pods "two" not found',
      code: 404,
    });
  });
});
