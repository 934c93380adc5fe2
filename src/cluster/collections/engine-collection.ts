import { Watch, type Cluster as Engine } from "@ngrok/webernetes";
import {
  alreadyExists,
  conflict,
  notFound,
  prepared,
  type Change,
  type Collection,
} from "./collection.ts";
import { apiVersion, type ServedKind } from "../kinds.ts";
import { ApiError, type ApiObject } from "../objects.ts";
import { createWithName } from "./names.ts";

type Request = Record<string, unknown>;
type Method = (request: Request) => Promise<unknown>;

/** The engine's methods for a kind, by the naming scheme of the generated clients. */
function methods(engine: Engine, kind: ServedKind): Record<string, Method | undefined> {
  const { appsv1, corev1, discoveryv1 } = engine.api;
  const api = kind.group === "apps" ? appsv1 : kind.group === "" ? corev1 : discoveryv1;
  const all = api as unknown as Record<string, Method | undefined>;
  const own = (name: string) => all[name]?.bind(api);
  const inNamespace = kind.namespaced ? "Namespaced" : "";
  return {
    read: own(`read${inNamespace}${kind.kind}`),
    create: own(`create${inNamespace}${kind.kind}`),
    replace: own(`replace${inNamespace}${kind.kind}`),
    delete: own(`delete${inNamespace}${kind.kind}`),
    list: own(`list${inNamespace}${kind.kind}`),
    listAll: own(kind.namespaced ? `list${kind.kind}ForAllNamespaces` : `list${kind.kind}`),
  };
}

function translated(error: unknown, kind: ServedKind, name: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const code = (error as { code?: unknown }).code;
  const body = (error as { body?: unknown }).body;
  const message =
    typeof body === "object" && body !== null && "message" in body
      ? String(body.message)
      : error.message;
  if (error.name === "NotFound" || code === 404) return notFound(kind, name);
  if (message.includes("already exists")) return alreadyExists(kind, name);
  if (error.name === "Conflict" || code === 409) return conflict(kind, name);
  if (error.name === "Invalid" || code === 422) return new ApiError(422, "Invalid", message);
  return new ApiError(400, "BadRequest", message);
}

/** Calls to the engine about one kind. */
interface EngineCalls {
  /** The part of a request that names the namespace. */
  readonly scope: (namespace: string) => Request;
  /** Calls a method, and translates what it throws. */
  readonly call: (verb: string, name: string, request: Request) => Promise<ApiObject>;
  /** Completes an object: the engine returns some without apiVersion and kind. */
  readonly typed: (object: ApiObject) => ApiObject;
}

function engineCalls(engine: Engine, kind: ServedKind): EngineCalls {
  const api = methods(engine, kind);
  return {
    scope: (namespace) => (kind.namespaced ? { namespace } : {}),
    call: async (verb, name, request) => {
      const method = api[verb];
      if (!method) {
        throw new ApiError(405, "MethodNotAllowed", `the engine cannot ${verb} ${kind.plural}`);
      }
      try {
        return (await method(request)) as ApiObject;
      } catch (error) {
        throw translated(error, kind, name);
      }
    },
    typed: (object) => ({ ...object, apiVersion: apiVersion(kind), kind: kind.kind }),
  };
}

/** Follows a kind through the engine's own watch. */
function watchEngine(
  engine: Engine,
  kind: ServedKind,
  report: (type: Change["type"], object: ApiObject) => void,
  namespace?: string,
  revision?: string,
): () => void {
  const within = namespace === undefined ? "" : `/namespaces/${namespace}`;
  const root = kind.group === "" ? "/api" : "/apis";
  const path = `${root}/${apiVersion(kind)}${within}/${kind.plural}`;
  let stopped = false;
  const started = new Watch(engine.kubeConfig).watch(
    path,
    revision === undefined ? {} : { resourceVersion: revision },
    (type, object) => {
      if (!stopped) report(type as Change["type"], object as ApiObject);
    },
    () => undefined,
  );
  return () => {
    stopped = true;
    void started.then((controller) => {
      controller.abort();
    });
  };
}

/** An object as the engine creates it: it gets a UID, and has no revision yet. */
function unstored(object: ApiObject, kind: ServedKind, namespace: string): ApiObject {
  const metadata = { ...object.metadata, uid: crypto.randomUUID() };
  delete metadata.resourceVersion;
  if (kind.namespaced) metadata.namespace = namespace;
  return { ...object, metadata };
}

/**
 * A collection that the engine keeps and its controllers act on.
 * @param engine the running cluster
 * @param kind one of the engine's kinds
 */
export function engineCollection(engine: Engine, kind: ServedKind): Collection {
  const { scope, call, typed } = engineCalls(engine, kind);
  const get: Collection["get"] = async (name, namespace) =>
    typed(await call("read", name, { name, ...scope(namespace) }));
  return {
    kind,
    get,
    list: async (namespace) => {
      const verb = namespace === undefined || !kind.namespaced ? "listAll" : "list";
      const list = await call(verb, "", namespace === undefined ? {} : scope(namespace));
      const items = (list["items"] as ApiObject[]).map(typed);
      return { items, revision: list.metadata?.resourceVersion ?? "0" };
    },
    create: (sent, namespace) =>
      createWithName(kind, prepared(kind, sent), async (object) => {
        const body = unstored(object, kind, namespace);
        return typed(
          await call("create", body.metadata?.name ?? "", { body, ...scope(namespace) }),
        );
      }),
    update: async (sent, namespace) => {
      const name = sent.metadata?.name ?? "";
      const before = await get(name, namespace);
      // Status is written by the engine alone.
      const body = { ...prepared(kind, sent, before), status: before["status"] };
      return typed(await call("replace", name, { name, body, ...scope(namespace) }));
    },
    remove: async (name, namespace, options) => {
      const before = await get(name, namespace);
      const body = { propagationPolicy: "Background", ...options };
      await call("delete", name, { name, body, ...body, ...scope(namespace) });
      return before;
    },
    watch: (report, namespace, revision) => {
      const typedReport = (type: Change["type"], object: ApiObject) => {
        report({ type, object: typed(object) });
      };
      return watchEngine(engine, kind, typedReport, namespace, revision);
    },
  };
}
