import { listAt, type ApiObject } from "../objects.ts";
import { notFound, type Change, type Collection } from "./collection.ts";
import { nameSuffix } from "./names.ts";

/** How the engine's controller ends the names of its EndpointSlices. */
const ENGINE_SUFFIX = /-simulator$/;

/** A suffix that is the same for the same UID. */
function suffixOf(uid: string): string {
  let hash = Array.from(uid).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 2 ** 40, 7);
  return nameSuffix((below) => {
    const digit = hash % below;
    hash = Math.floor(hash / below);
    return digit;
  });
}

/** Gives a slice the name and the age that Kubernetes' own controller gives it. */
function presented(slice: ApiObject, services: readonly ApiObject[]): ApiObject {
  const { name = "", namespace, uid = "" } = slice.metadata ?? {};
  const owner = name.replace(ENGINE_SUFFIX, "");
  const service = services.find(
    ({ metadata }) => metadata?.namespace === namespace && metadata?.name === owner,
  );
  const created = service?.metadata?.creationTimestamp;
  const metadata = {
    ...slice.metadata,
    name: name.replace(ENGINE_SUFFIX, `-${suffixOf(uid)}`),
    generateName: name.replace(ENGINE_SUFFIX, "-"),
    ...(created === undefined ? {} : { creationTimestamp: created }),
  };
  // A port without a name has the empty one: clients rely on it.
  const ports = listAt(slice, "ports").map((port) => ({ ...port, name: port["name"] ?? "" }));
  return { ...slice, metadata, ...(ports.length > 0 ? { ports } : {}) };
}

/**
 * The engine's EndpointSlices as Kubernetes' own controller makes them: with a generated name, and
 * with the time of their creation, which is the Service's and which the engine forgets.
 * @param slices the engine's collection
 * @param services the Services
 * @returns the collection as it is served
 */
export function endpointSlices(slices: Collection, services: Collection): Collection {
  const presenter = async () => {
    const { items } = await services.list();
    return (slice: ApiObject) => presented(slice, items);
  };
  const find = async (name: string, namespace: string) => {
    const present = await presenter();
    const { items } = await slices.list(namespace);
    const slice = items.find((one) => present(one).metadata?.name === name);
    if (!slice) throw notFound(slices.kind, name);
    return { engineName: slice.metadata?.name ?? "", shown: present(slice) };
  };
  return {
    ...slices,
    list: async (namespace) => {
      const present = await presenter();
      const { items, revision } = await slices.list(namespace);
      return { items: items.map(present), revision };
    },
    get: async (name, namespace) => (await find(name, namespace)).shown,
    update: async (sent, namespace) => {
      const { engineName: name } = await find(sent.metadata?.name ?? "", namespace);
      return slices.update({ ...sent, metadata: { ...sent.metadata, name } }, namespace);
    },
    remove: async (name, namespace, options) => {
      const { engineName, shown } = await find(name, namespace);
      await slices.remove(engineName, namespace, options);
      return shown;
    },
    watch: (report, namespace, revision) => {
      // One after the other, so that changes are reported in order.
      let last = Promise.resolve();
      const queue = ({ type, object }: Change) => {
        last = last.then(async () => {
          report({ type, object: (await presenter())(object) });
        });
      };
      return slices.watch(queue, namespace, revision);
    },
  };
}
