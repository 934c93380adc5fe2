import { didYouMean } from "../suggest.ts";
import { entry, get, items, scalar, text, type MapNode, type Node, type Report } from "../tree.ts";

const probes = ["livenessProbe", "readinessProbe", "startupProbe"];

function checkPortName(port: Node | undefined, container: Node, report: Report): void {
  const name = text(port);
  if (port === undefined || name === undefined) return;
  const known = items(get(container, "ports")).flatMap((one) => text(one, "name") ?? []);
  // A number in quotes is reported elsewhere.
  if (known.includes(name) || /^\d+$/.test(name)) return;
  const place = { at: port.start, path: port.path };
  report(place, `no port of this container is called "${name}"`, didYouMean(name, known));
}

/** Checks that a container's probes use its own ports. */
export function checkContainer(node: MapNode, report: Report): void {
  for (const name of probes) {
    for (const handler of ["httpGet", "tcpSocket"]) {
      checkPortName(get(node, name, handler, "port"), node, report);
    }
  }
  for (const name of ["livenessProbe", "startupProbe"]) {
    const threshold = get(node, name, "successThreshold");
    if (typeof scalar(threshold) === "number" && scalar(threshold) !== 1 && threshold) {
      report({ at: threshold.start, path: threshold.path }, `must be 1 in a ${name}`);
    }
  }
}

/** Checks the containers of a Pod against each other. */
export function checkPodSpec(node: MapNode, report: Report): void {
  const containers = get(node, "containers");
  if (containers?.kind === "seq" && containers.items.length === 0) {
    report(containers, "needs at least one container");
  }
  const names = new Set(items(containers).map((one) => text(one, "name")));
  for (const one of items(get(node, "initContainers"))) {
    const name = entry(one, "name");
    if (name && names.has(text(one, "name"))) {
      const message = `duplicate name "${text(one, "name") ?? ""}": a container has it too`;
      report({ at: name.at, path: name.value.path }, message);
    }
    if (text(one, "restartPolicy") === "Always") continue;
    for (const probe of probes) {
      const found = entry(one, probe);
      if (!found) continue;
      const message = "an init container that runs to its end has no probes";
      report(
        { at: found.at, path: found.value.path },
        message,
        "restartPolicy: Always makes it a sidecar",
      );
    }
  }
}

/**
 * Checks that every volume that a container mounts exists.
 * @param spec the Pod's spec
 * @param templates names of a StatefulSet's volumeClaimTemplates
 */
export function checkMounts(spec: Node | undefined, templates: string[], report: Report): void {
  const volumes = items(get(spec, "volumes")).flatMap((one) => text(one, "name") ?? []);
  const known = [...volumes, ...templates];
  for (const list of ["initContainers", "containers"]) {
    for (const container of items(get(spec, list))) {
      for (const field of ["volumeMounts", "volumeDevices"]) {
        for (const mount of items(get(container, field))) {
          const name = text(mount, "name");
          const place = get(mount, "name");
          if (name === undefined || !place || known.includes(name)) continue;
          const hint = didYouMean(name, known) ?? "add it under volumes";
          report({ at: place.start, path: place.path }, `no volume is called "${name}"`, hint);
        }
      }
    }
  }
}
