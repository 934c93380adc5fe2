import { labelsOf, podOf } from "./links.ts";
import { entry, get, text, type MapNode, type Node, type Report } from "./tree.ts";

/** An object of the set. */
export interface KubeObject {
  file: string;
  kind: string;
  name: string;
  /** Empty when the manifest names none. */
  namespace: string;
  node: MapNode;
  /** Reports a problem in the object's file. */
  report: Report;
}

/** The Pod that an object is, or the Pods that it creates. */
export interface PodTemplate {
  object: KubeObject;
  labels: ReadonlyMap<string, string>;
  spec: Node | undefined;
}

/** The Pod template of a workload; undefined for other kinds. */
export function podTemplate(object: KubeObject): PodTemplate | undefined {
  const pod = podOf(object.kind, object.node);
  return pod && { object, labels: labelsOf(pod), spec: get(pod, "spec") };
}

/** Objects that are not in the set but may be referred to. */
export interface External {
  /** Secrets and their keys. */
  secrets?: Readonly<Record<string, readonly string[]>>;
  /** ConfigMaps and their keys. */
  configMaps?: Readonly<Record<string, readonly string[]>>;
  /** Other objects, as `Gateway/public`. */
  objects?: readonly string[];
}

/** All objects that are applied together, and the external ones they may refer to. */
export class ObjectSet {
  readonly objects: readonly KubeObject[];
  readonly pods: readonly PodTemplate[];
  /** Whether everything that the objects refer to is here or external. */
  readonly complete: boolean;
  readonly #external: External;

  constructor(objects: readonly KubeObject[], external: External, complete: boolean) {
    this.objects = objects;
    this.complete = complete;
    this.#external = external;
    this.pods = objects.flatMap((object) => podTemplate(object) ?? []);
  }

  /** The objects of a kind in a namespace. */
  all(kind: string, namespace: string): KubeObject[] {
    return this.objects.filter((one) => one.kind === kind && one.namespace === namespace);
  }

  /** The object of the set; undefined when it is external or unknown. */
  find(kind: string, namespace: string, name: string): KubeObject | undefined {
    return this.all(kind, namespace).find((one) => one.name === name);
  }

  /** Whether an object was declared as external. */
  isExternal(kind: string, name: string): boolean {
    const { secrets = {}, configMaps = {}, objects = [] } = this.#external;
    const named = kind === "Secret" ? secrets : kind === "ConfigMap" ? configMaps : {};
    return Object.hasOwn(named, name) || objects.includes(`${kind}/${name}`);
  }

  /** The keys of a Secret or ConfigMap, in the set or external; undefined when they are unknown. */
  keys(kind: "Secret" | "ConfigMap", namespace: string, name: string): string[] | undefined {
    const object = this.find(kind, namespace, name);
    if (!object) {
      const { secrets = {}, configMaps = {} } = this.#external;
      const known = kind === "Secret" ? secrets : configMaps;
      return Object.hasOwn(known, name) ? [...(known[name] ?? [])] : undefined;
    }
    const fields = kind === "Secret" ? ["data", "stringData"] : ["data", "binaryData"];
    return fields.flatMap((field) => {
      const value = entry(object.node, field)?.value;
      return value?.kind === "map" ? value.entries.map(({ key }) => key) : [];
    });
  }
}

/** Turns the map of an object of a known kind into the object. */
export function toObject(file: string, node: MapNode, report: Report): KubeObject {
  return {
    file,
    kind: text(node, "kind") ?? "",
    name: text(node, "metadata", "name") ?? "",
    namespace: text(node, "metadata", "namespace") ?? "",
    node,
    report,
  };
}
