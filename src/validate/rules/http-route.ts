import {
  entry,
  get,
  items,
  keyOf,
  text,
  valueOf,
  type MapNode,
  type Node,
  type Report,
} from "../tree.ts";
import { pathFault } from "./ingress.ts";

const characters = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;

/** Checks the path that requests are matched by. */
export function checkPathMatch(node: MapNode, report: Report): void {
  const place = get(node, "value");
  const value = text(place);
  if (!place || value === undefined || text(node, "type") === "RegularExpression") return;
  if (!value.startsWith("/")) report(valueOf(place), 'must start with "/"');
  else if (!characters.test(value)) {
    const hint = "for a pattern write type: RegularExpression";
    report(valueOf(place), `"${value}" has characters that a path does not have`, hint);
  } else {
    const fault = pathFault(value);
    if (fault) report(valueOf(place), fault);
  }
}

/** Checks that a reference to a Service names a port of it. */
export function checkBackendRef(node: MapNode, report: Report): void {
  const service = (text(node, "kind") ?? "Service") === "Service" && !text(node, "group");
  if (service && get(node, "port") === undefined) {
    report(node, 'missing required field "port"', "a Service is reached by one of its ports");
  }
}

const repeatable = new Set(["ExtensionRef", "RequestMirror"]);

/** Checks the filters of one rule or backend against each other. */
function checkFilters(filters: readonly Node[], report: Report): void {
  const seen = new Set<string>();
  for (const filter of filters) {
    const type = text(filter, "type") ?? "";
    if (seen.has(type) && !repeatable.has(type)) report(filter, `the filter ${type} is repeated`);
    seen.add(type);
  }
  const rewrite = filters.find((one) => text(one, "type") === "URLRewrite");
  if (rewrite && seen.has("RequestRedirect")) {
    report(rewrite, "cannot be together with a RequestRedirect filter");
  }
}

/** Checks that a prefix is only replaced where a prefix is matched. */
function checkPrefix(node: MapNode, report: Report): void {
  const matches = items(get(node, "matches"));
  const [only] = matches;
  const type = text(only, "path", "type") ?? "PathPrefix";
  // Without a match or a path, the API server fills in the prefix "/".
  const prefix = matches.length <= 1 && type === "PathPrefix";
  if (prefix) return;
  for (const filter of items(get(node, "filters"))) {
    for (const field of ["requestRedirect", "urlRewrite"]) {
      const place = entry(get(filter, field, "path"), "replacePrefixMatch");
      if (place) report(keyOf(place), "needs exactly one match, of type PathPrefix");
    }
  }
}

/** Checks a rule of an HTTPRoute: its filters, matches and backends against each other. */
export function checkRouteRule(node: MapNode, report: Report): void {
  const filters = items(get(node, "filters"));
  const backends = get(node, "backendRefs");
  const redirect = filters.some((one) => get(one, "requestRedirect"));
  if (redirect && backends && items(backends).length > 0) {
    const place = entry(node, "backendRefs");
    const hint = "a redirect is answered by the Gateway: remove one of them";
    if (place) report(keyOf(place), "cannot be set together with a RequestRedirect filter", hint);
  }
  checkFilters(filters, report);
  for (const one of items(backends)) checkFilters(items(get(one, "filters")), report);
  checkPrefix(node, report);
}

/** Checks that a filter of headers names each header once in each of its lists. */
export function checkHeaderFilter(node: MapNode, report: Report): void {
  for (const field of ["set", "add", "remove"]) {
    const seen = new Set<string>();
    for (const one of items(get(node, field))) {
      const name = field === "remove" ? one : get(one, "name");
      const key = text(name) ?? "";
      if (name && seen.has(key)) report(valueOf(name), `the header "${key}" is there twice`);
      seen.add(key);
    }
  }
}
