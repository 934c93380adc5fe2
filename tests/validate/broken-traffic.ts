import { inLine4, withSpec } from "./make.ts";

const backend = "backend: { service: { name: api-server, port: { number: 80 } } }";
const ingress = (spec: string) => withSpec("networking.k8s.io/v1", "Ingress", spec);
const rule = (fields: string) =>
  ingress(
    `{ rules: [{ ${fields}, http: { paths: [{ path: /, pathType: Prefix, ${backend} }] } }] }`,
  );
const path = (fields: string) => ingress(`{ rules: [{ http: { paths: [{ ${fields} }] } }] }`);
const service = (spec: string) => withSpec("v1", "Service", `{ ${spec} }`);
const ports = "ports: [{ port: 80 }]";
const policy = (peer: string) =>
  withSpec("networking.k8s.io/v1", "NetworkPolicy", `{ podSelector: {}, ingress: [{ ${peer} }] }`);

/** Faults in Ingresses, Services and NetworkPolicies. */
export const brokenTraffic = [
  ...inLine4(rule, {
    'host: "https://api.example.com"': /a host has no scheme, write "api\.example\.com"/,
    'host: "api.example.com:8443"': /a host has no port, write "api\.example\.com"/,
    "host: api.example.com/v1": /a host has no path, write "api\.example\.com"/,
    "host: API.example.com": /lower case, write "api\.example\.com"/,
    "host: api_v1.example.com": /write "api-v1\.example\.com"/,
    'host: "${API_HOST}.nip.io"': /\$\{API_HOST\} is a placeholder/,
    "host: 10.0.0.7": /must be a DNS name, not an IP address/,
    'host: "api.*.example.com"': /may only stand for the whole first label/,
    'host: "*"': /may only stand for the whole first label/,
  }),
  ...inLine4(
    (tls) =>
      ingress(`{ defaultBackend: { service: { name: a, port: { number: 80 } } }, tls: [${tls}] }`),
    {
      '{ hosts: ["https://api.example.com"] }': /tls\[0\]\.hosts\[0\]: .*a host has no scheme/,
      "{ secretName: API_TLS }": /"API_TLS" is not a valid name/,
    },
  ),
  ...inLine4(path, {
    [`path: /a//b, pathType: Prefix, ${backend}`]: /must not contain "\/\/"/,
    [`path: /a/.., pathType: Exact, ${backend}`]: /must not end with "\/\.\."/,
    [`pathType: Prefix, ${backend}`]: /pathType Prefix needs a path/,
    "path: /, pathType: Prefix, backend: { service: { name: a, port: 80 } }":
      /must be a map, not the number 80, write it as a map: \{ number: 80 \}/,
  }),
  ...inLine4(ingress, {
    "{ ingressClassName: nginx }": /needs rules or defaultBackend/,
    "{ rules: [{ http: { paths: [] } }] }": /needs at least one path/,
  }),
  ...inLine4(service, {
    "type: NodePort, ports: [{ port: 80, nodePort: 3000 }]":
      /from 30000 to 32767, unless your cluster was given another range/,
    "type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30080 }]":
      /duplicate nodePort "30080\/TCP"/,
    [`type: LoadBalancer, clusterIP: None, ${ports}`]: /None is not allowed .* LoadBalancer/,
    [`type: NodePort, clusterIP: None, ${ports}`]: /None is not allowed .* NodePort/,
    [`clusterIP: nothing, ${ports}`]: /neither an IP address nor None/,
    [`externalTrafficPolicy: Local, ${ports}`]: /is not allowed for a Service of type ClusterIP/,
    [`type: NodePort, loadBalancerSourceRanges: [10.0.0.0/8], ${ports}`]:
      /it goes with type: LoadBalancer/,
    [`type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.7], ${ports}`]:
      /as in "10\.0\.0\.7\/32"/,
    [`externalIPs: [gateway], ${ports}`]: /"gateway" is not an IP address/,
    "type: ExternalName, externalName: https://db.example.com": /a host has no scheme/,
    [`selector: { matchLabels: { app: api-server } }, ${ports}`]: /without matchLabels/,
    [`sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } }, ${ports}`]:
      /needs sessionAffinity: ClientIP/,
  }),
  ...inLine4(policy, {
    "from: [{ ipBlock: { cidr: 10.0.0.0 } }]": /a range needs its length/,
    "from: [{ ipBlock: { cidr: 10.0.0.0/33 } }]": /"\/33" is not a length of a range/,
    "from: [{ ipBlock: { cidr: db.example.com/8 } }]": /not a range of addresses/,
    "from: [{ ipBlock: { cidr: 10.0.0.0/8 }, podSelector: {} }]":
      /podSelector: cannot be set together with "ipBlock"/,
    "from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [192.168.0.0/16] } }]": /must be inside/,
    "from: [{}]": /needs one of ipBlock/,
    "ports: [{ port: http, endPort: 90 }]": /needs a number as the port/,
    "ports: [{ port: 90, endPort: 80 }]": /is below the port 90/,
  }),
];
