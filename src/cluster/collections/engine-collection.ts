import { Watch, type Cluster as Engine } from "@ngrok/webernetes";
import {
  alreadyExists,
  conflict,
  notFound,
  prepared,
  type Change,
  type Collection,
} from "./collection.ts";
import { apiVersion, type Kind } from "../kinds.ts";
import { ApiError, type ApiObject } from "../objects.ts";
import { createWithName } from "./names.ts";

type Request = Record<string, unknown>;
type Method = (request: Request) => Promise<unknown>;

/** The engine's methods for a kind, by the naming scheme of the generated clients. */
function methods(engine: Engine, kind: Kind): Record<string, Method | undefined> {
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

function translated(error: unknown, kind: Kind, name: string): Error {
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

/**
 * A collection that the engine keeps and its controllers act on.
 * @param engine the running cluster
 * @param kind one of the engine's kinds
 * @returns the collection
 */
export function engineCollection(engine: Engine, kind: Kind): Collection {
  const api = methods(engine, kind);
  const call = async (verb: string, name: string, request: Request): Promise<ApiObject> => {
    const method = api[verb];
    if (!method) {
      throw new ApiError(405, "MethodNotAllowed", `the engine cannot ${verb} ${kind.plural}`);
    }
    try {
      return (await method(request)) as ApiObject;
    } catch (error) {
      throw translated(error, kind, name);
    }
  };
  const scope = (namespace: string): Request => (kind.namespaced ? { namespace } : {});
  // The engine returns some objects without apiVersion and kind.
  const typed = (object: ApiObject): ApiObject => ({
    ...object,
    apiVersion: apiVersion(kind),
    kind: kind.kind,
  });
  const get = async (name: string, namespace: string) =>
    typed(await call("read", name, { name, ...scope(namespace) }));

  return {
    kind,
    list: async (namespace) => {
      const verb = namespace === undefined || !kind.namespaced ? "listAll" : "list";
      const list = await call(verb, "", namespace === undefined ? {} : scope(namespace));
      const items = (list["items"] as ApiObject[]).map(typed);
      return { items, revision: list.metadata?.resourceVersion ?? "0" };
    },
    get,
    create: (sent, namespace) =>
      createWithName(kind, prepared(kind, sent), async (body) => {
        const metadata = { ...body.metadata };
        delete metadata.resourceVersion;
        const identity = { uid: crypto.randomUUID(), ...(kind.namespaced ? { namespace } : {}) };
        const object = { ...body, metadata: { ...metadata, ...identity } };
        const request = { body: object, ...scope(namespace) };
        return typed(await call("create", body.metadata?.name ?? "", request));
      }),
    update: async (sent, namespace) => {
      const name = sent.metadata?.name ?? "";
      const before = await get(name, namespace);
      const body = prepared(kind, sent, before);
      // Status is written by the engine alone.
      body["status"] = before["status"];
      return typed(await call("replace", name, { name, body, ...scope(namespace) }));
    },
    remove: async (name, namespace, options) => {
      const before = await get(name, namespace);
      const propagationPolicy = options.propagationPolicy ?? "Background";
      const body = { ...options, propagationPolicy };
      await call("delete", name, {
        name,
        body,
        ...options,
        propagationPolicy,
        ...scope(namespace),
      });
      return before;
    },
    watch: (report, namespace, revision) => {
      const within = namespace === undefined ? "" : `/namespaces/${namespace}`;
      const root = kind.group === "" ? "/api" : "/apis";
      const path = `${root}/${apiVersion(kind)}${within}/${kind.plural}`;
      let stopped = false;
      const started = new Watch(engine.kubeConfig).watch(
        path,
        revision === undefined ? {} : { resourceVersion: revision },
        (type, object) => {
          if (stopped) return;
          report({ type: type as Change["type"], object: typed(object as ApiObject) });
        },
        () => undefined,
      );
      return () => {
        stopped = true;
        void started.then((controller) => {
          controller.abort();
        });
      };
    },
  };
}
