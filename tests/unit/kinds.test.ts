import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { SERVED_KINDS } from "../../src/cluster/kinds.ts";
import { findKind, isClusterWide, RESOURCE_KINDS } from "../../src/kubectl/kinds.ts";

const MODELS = "node_modules/kubernetes-models";

/** Kinds by group of the packages that carry the API's types: `apps.Deployment`. */
const modelled = (folder: string, depth: number, group = ""): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const { name } = entry;
    if (depth > 0) {
      if (!entry.isDirectory() || !/^[a-z][a-z0-9.]*$/.test(name)) return [];
      if (depth === 2 && /^v\d/.test(name)) return modelled(`${folder}/${name}`, 0);
      return modelled(`${folder}/${name}`, depth - 1, group || name);
    }
    const kind = /^([A-Z]\w*)\.js$/.exec(name)?.[1];
    return kind === undefined ? [] : [`${group}.${kind}`];
  });

it("knows what the cluster in memory serves, in the same words", () => {
  for (const { kind, group, plural, singular, short, namespaced } of SERVED_KINDS) {
    expect(RESOURCE_KINDS).toContainEqual({ kind, group, plural, singular, short, namespaced });
  }
});

/** Served in alpha and beta versions only, whose types the package does not have. */
const UNSTABLE = [
  "certificates.k8s.io.ClusterTrustBundle",
  "certificates.k8s.io.PodCertificateRequest",
  "coordination.k8s.io.LeaseCandidate",
  "resource.k8s.io.DeviceTaintRule",
];

/** Types of APIs that Kubernetes no longer serves: the package still has them. */
const REMOVED = /^extensions\.|\.PodSecurityPolicy$/;

it("names the kinds that the API of this version has", () => {
  const models = new Set(modelled(MODELS, 2));
  const known = RESOURCE_KINDS.filter(({ group }) => group !== "gateway.networking.k8s.io").map(
    ({ group, kind }) => `${group}.${kind}`,
  );
  expect(known.filter((id) => !models.has(id)).sort()).toEqual(UNSTABLE);
  // What can be listed is a kind that kubectl can be asked for.
  const listed = [...models].filter((id) => models.has(`${id}List`) && !REMOVED.test(id));
  expect(listed.length).toBeGreaterThan(50);
  expect(listed.filter((id) => !known.includes(id))).toEqual([]);
});

it("gives no name to two kinds, except those of one name in two groups", () => {
  const names = RESOURCE_KINDS.flatMap(({ kind, plural, short }) =>
    kind === "Event" ? [] : [plural, ...short],
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it.each([
  "no",
  "node",
  "Nodes",
  "nodes",
  "nodes.v1",
  "pv",
  "clusterroles.rbac.authorization.k8s.io",
])("%s is in no namespace", (name) => {
  expect(isClusterWide(name)).toBe(true);
});

it.each(["pods", "po", "deployments.apps", "widgets.example.com", "", "constructor"])(
  "%s is not cluster-wide",
  (name) => {
    expect(isClusterWide(name)).toBe(false);
  },
);

it("finds a kind of the core group before one of the same name", () => {
  expect(findKind("events")?.group).toBe("");
});
