import { didYouMean } from "../suggest.ts";
import { get, items, text, valueOf, type Node, type Report } from "../tree.ts";

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
          report(valueOf(place), `no volume is called "${name}"`, hint);
        }
      }
    }
  }
}
