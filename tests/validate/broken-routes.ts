import { inLine4, withSpec } from "./make.ts";

const api = "gateway.networking.k8s.io/v1";
const route = (spec: string) => withSpec(api, "HTTPRoute", `{ ${spec} }`);
const rule = (fields: string) => route(`rules: [{ ${fields} }]`);
const match = (fields: string) => rule(`matches: [{ ${fields} }]`);
const filter = (filters: string) => rule(`filters: [${filters}]`);
const listener = (fields: string) =>
  withSpec(api, "Gateway", `{ gatewayClassName: a, listeners: [{ name: web, ${fields} }] }`);
const redirect = "{ type: RequestRedirect, requestRedirect: { scheme: https } }";

/** Faults against the patterns and rules of the Gateway API. */
export const brokenRoutes = [
  ...inLine4(route, {
    'hostnames: ["https://api.example.com"]': /hostnames\[0\]: .*write "api\.example\.com"/,
    'hostnames: ["api.example.com:80"]': /a host has no port/,
    "hostnames: [API.example.com]": /lower case/,
    "parentRefs: [{ name: public, group: apps/v1 }]": /a group has no version/,
    "parentRefs: [{ name: public, sectionName: HTTPS_1 }]": /not a valid name/,
    "parentRefs: [{ name: public, port: 70000 }]": /a port is a number/,
  }),
  ...inLine4(rule, {
    "backendRefs: [{ name: api-server }]": /missing required field "port"/,
    "backendRefs: [{ name: api-server, kind: 1Service, port: 80 }]": /is not a kind/,
    "backendRefs: [{ name: api-server, group: a_b, kind: Foo }]": /is not a group/,
    "backendRefs: [{ name: api-server, port: 80, weight: -1 }]": /from 0 to 1000000/,
    "timeouts: { request: 10 seconds }": /not a duration such as 10s/,
    [`filters: [${redirect}], backendRefs: [{ name: api-server, port: 80 }]`]:
      /backendRefs: cannot be set together with a RequestRedirect filter/,
    "matches: [{ path: { type: Exact, value: /a } }], filters: [{ type: URLRewrite, urlRewrite: { path: { type: ReplacePrefixMatch, replacePrefixMatch: / } } }]":
      /needs exactly one match, of type PathPrefix/,
  }),
  ...inLine4(match, {
    "path: { value: v1 }": /must start with "\/"/,
    "path: { value: '/a b' }": /characters that a path does not have, .* RegularExpression/,
    "path: { value: '/a//b' }": /must not contain "\/\/"/,
    "headers: [{ name: x-v, value: a }, { name: x-v, value: b }]": /duplicate name "x-v"/,
    "headers: [{ name: 'x v', value: a }]": /valid name of a header/,
    "queryParams: [{ name: v, value: a }, { name: v, value: b }]": /duplicate name "v"/,
  }),
  ...inLine4(filter, {
    [`${redirect}, ${redirect}`]: /the filter RequestRedirect is repeated/,
    [`${redirect}, { type: URLRewrite, urlRewrite: { hostname: a.example.com } }`]:
      /cannot be together with a RequestRedirect filter/,
    "{ type: URLRewrite, urlRewrite: {}, requestRedirect: {} }": /is not for type URLRewrite/,
    "{ type: RequestRedirect, requestRedirect: { hostname: '*.example.com' } }": /not a valid host/,
    "{ type: RequestHeaderModifier, requestHeaderModifier: { set: [{ name: a, value: b }, { name: a, value: c }] } }":
      /the header "a" is there twice/,
    "{ type: ResponseHeaderModifier, responseHeaderModifier: { remove: [a, a] } }":
      /the header "a" is there twice/,
    "{ type: RequestMirror, requestMirror: { backendRef: { name: api-server } } }":
      /missing required field "port"/,
  }),
  ...inLine4(listener, {
    "port: 5432, protocol: TCP, hostname: db.example.com": /not for a listener of protocol TCP/,
    "port: 53, protocol: UDP, tls: { mode: Passthrough }": /not for a listener of protocol UDP/,
    "port: 443, protocol: HTTPS, tls: {}": /needs certificateRefs/,
    "port: 0, protocol: HTTP": /a port is a number/,
    "port: 80, protocol: HTTP }, { name: web2, port: 80, protocol: HTTP":
      /another listener has the same port/,
    "port: 80, protocol: HTTP/1 1": /is not a protocol/,
  }),
  ...inLine4(
    (address) =>
      withSpec(
        api,
        "Gateway",
        `{ gatewayClassName: a, addresses: [{ ${address} }], listeners: [{ name: web, port: 80, protocol: HTTP }] }`,
      ),
    {
      "type: IPAddress, value: 256.0.0.1": /"256\.0\.0\.1" is not an IP address/,
      'type: Hostname, value: "api.example.com:80"': /a host has no port/,
    },
  ),
];
