import { LineCounter } from "yaml";
import { describe, expect, it } from "vitest";
import { findPairs } from "../../src/explain/field-pairs.ts";
import { readManifest } from "../../src/explain/read.ts";
import { linksOf } from "../../src/validate/links.ts";
import { parse } from "../../src/validate/yaml/parse.ts";
import { text } from "../../src/validate/tree.ts";

/** The references of a manifest as `use Kind/name keys port`. */
function linksIn(source: string): string[] {
  const [root] = parse(source, new LineCounter(), (_place, message) => {
    throw new Error(message);
  });
  if (!root) throw new Error("no object");
  return linksOf(text(root, "kind") ?? "", root).map(({ use, kind, name, keys, port, optional }) =>
    [
      `${use} ${kind}/${text(name) ?? ""}`,
      ...keys.map((key) => key.path),
      port?.path ?? "",
      optional ? "optional" : "",
    ]
      .filter(Boolean)
      .join(" "),
  );
}

const pod = (spec: string) => `{kind: Pod, spec: {${spec}}}`;

/** A manifest, and the references that it has. */
const LINKS: [manifest: string, links: string[]][] = [
  [
    pod("containers: [{env: [{valueFrom: {secretKeyRef: {name: a, key: k, optional: true}}}]}]"),
    ["environment Secret/a spec.containers[0].env[0].valueFrom.secretKeyRef.key optional"],
  ],
  [
    pod("initContainers: [{envFrom: [{configMapRef: {name: a}}, {secretRef: {name: b}}]}]"),
    ["environment ConfigMap/a", "environment Secret/b"],
  ],
  [
    pod("volumes: [{secret: {secretName: a, items: [{key: k}]}}]"),
    ["volume Secret/a spec.volumes[0].secret.items[0].key"],
  ],
  [
    pod("volumes: [{projected: {sources: [{configMap: {name: a}}, {secret: {name: b}}]}}]"),
    ["volume ConfigMap/a", "volume Secret/b"],
  ],
  [
    pod("volumes: [{persistentVolumeClaim: {claimName: a}}], serviceAccountName: b"),
    ["claim PersistentVolumeClaim/a", "account ServiceAccount/b"],
  ],
  [pod("imagePullSecrets: [{name: a}]"), ["pull Secret/a"]],
  [
    "{kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: {serviceAccountName: a}}}}}}",
    ["account ServiceAccount/a"],
  ],
  [
    "{kind: Ingress, spec: {tls: [{secretName: a}], defaultBackend: {service: {name: b, port: {number: 1}}}}}",
    ["certificate Secret/a", "backend Service/b spec.defaultBackend.service.port.number"],
  ],
  [
    "{kind: HTTPRoute, spec: {parentRefs: [{name: a}], rules: [{backendRefs: [{name: b, port: 1}, {name: c, namespace: other}]}]}}",
    ["parent Gateway/a", "backend Service/b spec.rules[0].backendRefs[0].port"],
  ],
  [
    "{kind: Gateway, spec: {listeners: [{tls: {certificateRefs: [{name: a}, {kind: Other, name: b}]}}]}}",
    ["certificate Secret/a"],
  ],
  [
    "{kind: HorizontalPodAutoscaler, spec: {scaleTargetRef: {kind: Deployment, name: a}}}",
    ["scale Deployment/a"],
  ],
  ["{kind: StatefulSet, spec: {serviceName: a}}", ["service-name Service/a"]],
  ["{kind: RoleBinding, roleRef: {kind: Role, name: a}}", ["role Role/a"]],
  ["{kind: RoleBinding, roleRef: {kind: ClusterRole, name: a}}", []],
  ["{kind: ConfigMap, spec: {serviceName: a}}", []],
];

describe("references of a manifest", () => {
  it.each(LINKS)("%s", (manifest, links) => {
    expect(linksIn(manifest)).toEqual(links);
  });
});

it("pairs fields in the order of the manifests, whichever link is met first", () => {
  const files: [string, string][] = [
    ["secret", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n"],
    [
      "pod",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {app: a}}\nspec: {containers: [{envFrom: [{configMapRef: {name: c}}, {secretRef: {name: s}}]}]}\n",
    ],
    ["map", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n"],
    ["service", "apiVersion: v1\nkind: Service\nmetadata: {name: v}\nspec: {selector: {app: a}}\n"],
  ];
  const pairs = findPairs(files.map(([file, source]) => readManifest(file, source)));
  expect(pairs.map(({ ends }) => ends.map(({ manifest }) => manifest.file).join(" "))).toEqual([
    "pod secret",
    "pod map",
    "service pod",
    "service pod",
  ]);
});
