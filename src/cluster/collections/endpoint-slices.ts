import type { Change, Collection } from "./collection.ts";
import { notFound } from "./collection.ts";
import { listAt, type ApiObject } from "../objects.ts";

/** What the engine's controller ends the names of its EndpointSlices with. */
const FIXED = /-simulator$/;
/** The letters of generated names (apimachinery's util/rand). */
const LETTERS = "bcdfghjklmnpqrstvwxz2456789";

/** Five letters that are the same for the same UID. */
function suffix(uid: string): string {
  let number = Array.from(uid).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 2 ** 40, 7);
  return Array.from({ length: 5 }, () => {
    const letter = LETTERS[number % LETTERS.length] ?? "";
    number = Math.floor(number / LETTERS.length);
    return letter;
  }).join("");
}

/**
 * Shows the engine's EndpointSlices as Kubernetes' own controller makes them: with a generated
 * name, and the time of their creation, which is the Service's and which the engine forgets.
 * @param slices the engine's collection
 * @param services the Services
 * @returns the collection as it is served
 */
export function publishedSlices(slices: Collection, services: Collection): Collection {
  const dresser = async () => {
    const { items } = await services.list();
    return (slice: ApiObject): ApiObject => {
      const { name = "", namespace, uid = "" } = slice.metadata ?? {};
      const service = items.find(
        ({ metadata }) =>
          metadata?.namespace === namespace && metadata?.name === name.replace(FIXED, ""),
      );
      const created = service?.metadata?.creationTimestamp;
      const metadata = {
        ...slice.metadata,
        name: name.replace(FIXED, `-${suffix(uid)}`),
        generateName: name.replace(FIXED, "-"),
        ...(created === undefined ? {} : { creationTimestamp: created }),
      };
      // A port without a name has the empty one: clients rely on it.
      const ports = listAt(slice, "ports").map((port) => ({ ...port, name: port["name"] ?? "" }));
      return { ...slice, metadata, ...(ports.length > 0 ? { ports } : {}) };
    };
  };
  const find = async (name: string, namespace: string) => {
    const dress = await dresser();
    const { items } = await slices.list(namespace);
    const inner = items.find((slice) => dress(slice).metadata?.name === name);
    if (!inner) throw notFound(slices.kind, name);
    return { inner: inner.metadata?.name ?? "", shown: dress(inner) };
  };
  return {
    ...slices,
    list: async (namespace) => {
      const dress = await dresser();
      const { items, revision } = await slices.list(namespace);
      return { items: items.map(dress), revision };
    },
    get: async (name, namespace) => (await find(name, namespace)).shown,
    update: async (sent, namespace) => {
      const { inner } = await find(sent.metadata?.name ?? "", namespace);
      return slices.update({ ...sent, metadata: { ...sent.metadata, name: inner } }, namespace);
    },
    remove: async (name, namespace, options) => {
      const { inner, shown } = await find(name, namespace);
      await slices.remove(inner, namespace, options);
      return shown;
    },
    watch: (report, namespace, revision) => {
      let last = Promise.resolve();
      const tell = ({ type, object }: Change) => {
        last = last.then(async () => {
          report({ type, object: (await dresser())(object) });
        });
      };
      return slices.watch(tell, namespace, revision);
    },
  };
}
