import {
  get,
  items,
  scalar,
  text,
  valueOf,
  type MapNode,
  type Node,
  type Report,
} from "../tree.ts";

const sequences = ["//", "/./", "/../", "%2f", "%2F"];
const endings = ["/..", "/."];

/** What a path contains that servers would read differently; undefined when nothing. */
export function pathFault(path: string): string | undefined {
  const inside = sequences.find((one) => path.includes(one));
  if (inside !== undefined) return `must not contain "${inside}"`;
  const end = endings.find((one) => path.endsWith(one));
  return end === undefined ? undefined : `must not end with "${end}"`;
}

/** Checks a path of an Ingress against its type. */
export function checkIngressPath(node: MapNode, report: Report): void {
  const type = text(node, "pathType") ?? "";
  const path = get(node, "path");
  const value = text(path) ?? "";
  const strict = type === "Exact" || type === "Prefix";
  if (strict && value === "") report(path ? valueOf(path) : node, `pathType ${type} needs a path`);
  const fault = strict && value.startsWith("/") ? pathFault(value) : undefined;
  if (path && fault) report(valueOf(path), fault);
}

/** Checks that an Ingress leads anywhere. */
export function checkIngressSpec(node: MapNode, report: Report): void {
  const rules = items(get(node, "rules"));
  if (rules.length === 0 && !get(node, "defaultBackend")) {
    report(node, "needs rules or defaultBackend");
  }
  for (const rule of rules) {
    const paths = get(rule, "http", "paths");
    if (paths && items(paths).length === 0) report(paths, "needs at least one path");
  }
  checkTls(node, rules, report);
}

/** Warns of a certificate for hosts that no rule has. */
function checkTls(node: MapNode, rules: readonly Node[], report: Report): void {
  const hosts = rules.map((rule) => text(rule, "host"));
  // A rule without a host is for all of them.
  if (hosts.length === 0 || hosts.some((host) => !host || host.startsWith("*"))) return;
  for (const host of items(get(node, "tls")).flatMap((tls) => items(get(tls, "hosts")))) {
    const name = text(host) ?? "";
    if (name.startsWith("*") || hosts.includes(name)) continue;
    const message = `no rule is for the host "${name}"`;
    report(valueOf(host), message, `the rules are for ${hosts.join(", ")}`, "advice");
  }
}

/** Checks the class of an Ingress, which may be given twice. */
export function checkIngress(node: MapNode, report: Report): void {
  const annotation = get(node, "metadata", "annotations", "kubernetes.io/ingress.class");
  const name = scalar(node, "spec", "ingressClassName");
  if (annotation && name !== undefined && scalar(annotation) !== name) {
    const message = `differs from spec.ingressClassName, which is "${String(name)}"`;
    report(valueOf(annotation), message, "remove the annotation: it is the old form");
  }
}
