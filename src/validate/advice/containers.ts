import {
  entries,
  entry,
  get,
  items,
  keyOf,
  scalar,
  text,
  valueOf,
  type Node,
  type Report,
} from "../tree.ts";

/** The tag of an image; undefined when a digest fixes it. */
function tagOf(image: string): string | undefined {
  if (image.includes("@")) return undefined;
  const [, tag] = /:([^:/]+)$/.exec(image) ?? [];
  return tag ?? "latest";
}

function adviseImage(container: Node, report: Report): void {
  const place = get(container, "image");
  const image = text(place);
  if (!place || !image || tagOf(image) !== "latest") return;
  const hint =
    "it changes under the same name, and a rollback brings nothing back: write a version";
  report(valueOf(place), "the image has no fixed version", hint, "advice");
}

function adviseRequests(container: Node, pod: Node, report: Report): void {
  const resources = [get(container, "resources"), get(pod, "resources")];
  const asks = resources.some((one) =>
    ["requests", "limits"].some((field) => entries(get(one, field)).length > 0),
  );
  if (asks) return;
  const hint = "the scheduler counts it as nothing, and it is the first to go when memory runs out";
  report(container, "the container requests no CPU and memory", hint, "advice");
}

function adviseUser(container: Node, pod: Node, report: Report): void {
  const contexts = [get(container, "securityContext"), get(pod, "securityContext")];
  const said = ["runAsNonRoot", "runAsUser", "privileged", "windowsOptions"];
  if (contexts.some((one) => said.some((field) => get(one, field)))) return;
  const hint = "write securityContext: { runAsNonRoot: true } where the image allows it";
  report(container, "nothing keeps the container from running as root", hint, "advice");
}

const secretName = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY)$/i;

function adviseVariables(container: Node, report: Report): void {
  for (const variable of items(get(container, "env"))) {
    const value = entry(variable, "value");
    const written = text(value?.value);
    const plain = written !== undefined && written !== "" && !written.startsWith("$(");
    if (!value || !plain || !secretName.test(text(variable, "name") ?? "")) continue;
    const hint = "everyone who may read the Pod reads it: put it in a Secret, and use secretKeyRef";
    report(keyOf(value), "a secret in plain text", hint, "advice");
  }
}

function adviseReadiness(container: Node, report: Report): void {
  if (items(get(container, "ports")).length === 0 || get(container, "readinessProbe")) return;
  const hint = "a Service then sends it requests as soon as it starts, ready or not";
  report(container, "the container has no readinessProbe", hint, "advice");
}

/**
 * Advises on the containers of a Pod.
 * @param pod the Pod's spec
 * @param serves whether the Pods run on and may stand behind a Service
 */
export function adviseContainers(pod: Node | undefined, serves: boolean, report: Report): void {
  if (!pod) return;
  for (const container of items(get(pod, "containers"))) {
    adviseImage(container, report);
    adviseRequests(container, pod, report);
    if (scalar(pod, "os", "name") !== "windows") adviseUser(container, pod, report);
    adviseVariables(container, report);
    if (serves) adviseReadiness(container, report);
  }
  for (const container of items(get(pod, "initContainers"))) adviseImage(container, report);
}
