import { text, type Fault } from "./field-faults.ts";
import { hostFault } from "./values/hosts.ts";

/** A text that must match a pattern, of at most so many characters. */
const like = (pattern: RegExp, longest: number, what: string): Fault =>
  text((value) =>
    pattern.test(value) && value.length <= longest ? undefined : `"${value}" is not ${what}`,
  );

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const port: Fault = (value) =>
  typeof value === "number" && (value < 1 || value > 65535)
    ? "a port is a number from 1 to 65535"
    : undefined;
const group = text((value) =>
  value === "" || (SUBDOMAIN.test(value) && value.length <= 253)
    ? undefined
    : {
        message: `"${value}" is not a group`,
        hint: value.includes("/") ? "a group has no version" : 'such as "", apps or example.com',
      },
);
const kind = like(/^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/, 63, 'a kind such as "Service"');
const namespace = like(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 63, "a valid name of a namespace");
const section = like(SUBDOMAIN, 253, 'a valid name: lowercase letters, digits, "-" and "."');
const header = like(/^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/, 256, "a valid name of a header");
const host = text((value) => hostFault(value, { address: true }));
const preciseHost = text((value) => hostFault(value, { address: true, wildcard: false }));
const duration = like(/^([0-9]{1,5}(h|m|s|ms)){1,4}$/, 32, "a duration such as 10s or 500ms");
const headerValue = text((value) =>
  value.length >= 1 && value.length <= 4096 ? undefined : "must have 1 to 4096 characters",
);
const name = text((value) => (value === "" ? "must not be empty" : undefined));

/** The patterns and limits of the Gateway API's CRDs, by type name in its Go source. */
const forms: readonly (readonly [fault: Fault, places: string])[] = [
  [host, "HTTPRouteSpec.hostnames Listener.hostname"],
  [preciseHost, "HTTPRequestRedirectFilter.hostname HTTPURLRewriteFilter.hostname"],
  [
    port,
    "HTTPBackendRef.port BackendObjectReference.port ParentReference.port Listener.port HTTPRequestRedirectFilter.port TLSPortConfig.port",
  ],
  [
    group,
    "HTTPBackendRef.group BackendObjectReference.group ParentReference.group SecretObjectReference.group gateway.networking.k8s.io.LocalObjectReference.group RouteGroupKind.group",
  ],
  [
    kind,
    "HTTPBackendRef.kind BackendObjectReference.kind ParentReference.kind SecretObjectReference.kind gateway.networking.k8s.io.LocalObjectReference.kind RouteGroupKind.kind",
  ],
  [
    namespace,
    "HTTPBackendRef.namespace BackendObjectReference.namespace ParentReference.namespace SecretObjectReference.namespace",
  ],
  [section, "ParentReference.sectionName Listener.name HTTPRouteRule.name"],
  [
    header,
    "HTTPHeaderMatch.name HTTPQueryParamMatch.name gateway.networking.k8s.io.HTTPHeader.name",
  ],
  [headerValue, "HTTPHeaderMatch.value gateway.networking.k8s.io.HTTPHeader.value"],
  [
    name,
    "HTTPBackendRef.name BackendObjectReference.name ParentReference.name HTTPQueryParamMatch.value",
  ],
  [duration, "HTTPRouteTimeouts.request HTTPRouteTimeouts.backendRequest HTTPRouteRetry.backoff"],
];

/** Checks of single fields of the Gateway API, by definition and field. */
export const gatewayFaults: Readonly<Record<string, Fault>> = Object.fromEntries([
  ...forms.flatMap(([fault, places]) => places.split(" ").map((place) => [place, fault] as const)),
  [
    "HTTPBackendRef.weight",
    (value: string | number) =>
      typeof value === "number" && (value < 0 || value > 1_000_000)
        ? "must be from 0 to 1000000"
        : undefined,
  ] as const,
]);
