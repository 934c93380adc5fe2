import { selects } from "../links.ts";
import type { KubeObject, ObjectSet, PodTemplate } from "../objects.ts";
import { didYouMean, nearestWord } from "../suggest.ts";
import { get, items, scalar, strings, text, type Node } from "../tree.ts";

interface Port {
  number: number;
  name: string | undefined;
  protocol: string;
}

/** The ports that the containers of a Pod declare; those of sidecars too. */
function containerPorts({ spec }: PodTemplate): Port[] {
  const sidecars = items(get(spec, "initContainers")).filter(
    (one) => text(one, "restartPolicy") === "Always",
  );
  return [...items(get(spec, "containers")), ...sidecars].flatMap((container) =>
    items(get(container, "ports")).map((port) => ({
      number: Number(scalar(port, "containerPort")),
      name: text(port, "name"),
      protocol: text(port, "protocol") ?? "TCP",
    })),
  );
}

function checkTarget(service: KubeObject, port: Node, pods: PodTemplate[]): void {
  const written = get(port, "targetPort");
  const value = scalar(port, "targetPort") ?? scalar(port, "port");
  const place = written ?? get(port, "port") ?? port;
  const declared = pods.flatMap(containerPorts);
  // A container need not declare its ports; where none does, a number cannot be checked.
  if (typeof value === "number" && declared.length === 0) return;
  const protocol = text(port, "protocol") ?? "TCP";
  const fitting = declared.filter((one) => one.protocol === protocol);
  const found = fitting.some(
    (one) => (typeof value === "number" ? one.number : one.name) === value,
  );
  if (found || value === undefined) return;
  const names = fitting.flatMap((one) => one.name ?? []);
  const numbers = [...new Set(fitting.map((one) => one.number))].join(", ");
  const near = typeof value === "string" ? didYouMean(value, names) : undefined;
  // What a container declares is for readers: a number reaches the process all the same.
  const level = typeof value === "number" ? "advice" : "warning";
  const hint = near ?? (numbers ? `declared: ${[numbers, ...names].join(", ")}` : undefined);
  const who = pods.map(({ object }) => `${object.kind} ${object.name}`);
  const workloads = [...new Set(who)].join(", ");
  const message =
    typeof value === "number"
      ? `no container of ${workloads} declares the port ${value}`
      : `no container of ${workloads} has the port ${String(value)}`;
  service.report({ at: place.start, path: place.path }, message, hint, level);
}

/** Whether Pods are probably the ones meant: some of the labels match, or one is misspelt. */
function nearlySelected(
  wanted: ReadonlyMap<string, string>,
  pods: readonly PodTemplate[],
): boolean {
  return pods.some(({ labels }) => {
    const pairs = [...wanted];
    const same = pairs.filter(([key, value]) => labels.get(key) === value).length;
    const close = pairs.some(([key, value]) => nearestWord(value, [labels.get(key) ?? ""]));
    return same > 0 || close;
  });
}

/** Checks that a Service finds Pods of the set, and ports on them. */
export function checkService(set: ObjectSet, service: KubeObject): void {
  const selector = get(service.node, "spec", "selector");
  const wanted = [...strings(selector)];
  // Without a selector, something else manages the endpoints.
  if (!selector || wanted.length === 0) return;
  const near = set.pods.filter(({ object }) => object.namespace === service.namespace);
  const pods = near.filter(({ labels }) => selects(strings(selector), labels));
  if (pods.length === 0) {
    if (!set.complete && !nearlySelected(strings(selector), near)) return;
    const labels = wanted.map(([key, value]) => `${key}: ${value}`).join(", ");
    const has = near.map((one) =>
      [...one.labels].map(([key, value]) => `${key}: ${value}`).join(", "),
    );
    const hint =
      has.length > 0 ? `there are ${[...new Set(has)].slice(0, 3).join(" / ")}` : undefined;
    const first = selector.kind === "map" ? selector.entries[0] : undefined;
    const place = { at: first?.at ?? selector.at, path: selector.path };
    service.report(place, `no Pod of this set has the labels ${labels}`, hint, "warning");
    return;
  }
  for (const port of items(get(service.node, "spec", "ports"))) checkTarget(service, port, pods);
}
