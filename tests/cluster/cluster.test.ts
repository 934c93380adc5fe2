import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cluster } from "../../src/cluster/cluster.ts";
import { at, listAt, textAt } from "../../src/cluster/objects.ts";
import type { HttpServer } from "../../tools/api-server/http.ts";
import { serveScenario } from "../../tools/api-server/scenario.ts";

const SERVICE_ACCOUNT = "system:serviceaccount:default:api-server";
const LIST = "/api/v1/namespaces/default";
const REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

let server: HttpServer;
let cluster: Cluster;
beforeAll(async () => {
  server = await serveScenario("every-page");
  cluster = server.cluster;
});
afterAll(() => server.close());

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${server.url}${path}`, init);
  return { code: response.status, body: (await response.json()) as unknown };
}

const post = (path: string, object: unknown, headers = {}) =>
  ask(path, { method: "POST", body: JSON.stringify(object), headers });

async function rows(path: string): Promise<string[]> {
  const { body } = await ask(path, {
    headers: { accept: "application/json;as=Table;g=meta.k8s.io" },
  });
  return listAt(body, "rows").map((row) => (row["cells"] as unknown[]).join(" | "));
}

describe("who may do what", () => {
  const as = { "impersonate-user": SERVICE_ACCOUNT };
  const asks = (verb: string, resource: string) => ({
    spec: { resourceAttributes: { verb, resource, namespace: "default" } },
  });
  it("refuses in the API server's words", async () => {
    const { code, body } = await ask(`${LIST}/secrets`, { headers: as });
    expect([code, textAt(body, "reason")]).toEqual([403, "Forbidden"]);
    const who = `User "${SERVICE_ACCOUNT}" cannot list resource "secrets" in API group ""`;
    expect(textAt(body, "message")).toBe(`secrets is forbidden: ${who} in the namespace "default"`);
  });
  it("says the scope and the name", async () => {
    const all = await ask("/api/v1/secrets", { headers: as });
    expect(textAt(all.body, "message")).toMatch(/at the cluster scope$/);
    const one = await ask(`${LIST}/secrets/db-secret`, { headers: as });
    expect(textAt(one.body, "message")).toMatch(
      /^secrets "db-secret" is forbidden: .* cannot get /,
    );
  });
  it("allows what a Role grants, and the administrator everything", async () => {
    expect((await ask(`${LIST}/configmaps`, { headers: as })).code).toBe(200);
    expect((await ask(`${LIST}/secrets`)).code).toBe(200);
  });
  it.for([
    ["list", "secrets", as, false],
    ["list", "configmaps", as, true],
    ["delete", "configmaps", as, false],
    ["list", "secrets", {}, true],
  ] as const)("reviews: may %s %s", async ([verb, resource, headers, allowed]) => {
    const { body } = await post(REVIEWS, asks(verb, resource), headers);
    expect(at(body, "status", "allowed")).toBe(allowed);
  });
  it("says who asks", async () => {
    const { body } = await post("/apis/authentication.k8s.io/v1/selfsubjectreviews", {}, as);
    expect(at(body, "status", "userInfo")).toEqual({
      username: SERVICE_ACCOUNT,
      groups: ["system:serviceaccounts", "system:serviceaccounts:default", "system:authenticated"],
    });
  });
});

describe("objects that are refused", () => {
  const deployments = "/apis/apps/v1/namespaces/default/deployments";
  const template = { metadata: { labels: { app: "a" } }, spec: { containers: [] } };
  it("names unknown fields, only when the client is strict", async () => {
    const sent = {
      metadata: { name: "loose" },
      spec: { replica: 1, selector: {}, template: { spec: { containers: [{ imag: "x" }] } } },
    };
    const { code, body } = await post(`${deployments}?fieldValidation=Strict`, sent);
    expect(code).toBe(400);
    expect(textAt(body, "message")).toBe(
      'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replica", unknown field "spec.template.spec.containers[0].imag"',
    );
    expect(textAt((await post(deployments, sent)).body, "message")).not.toMatch(/strict/);
  });
  it("refuses a patch that brings unknown fields", async () => {
    const { code, body } = await ask(`${deployments}/api-server?fieldValidation=Strict`, {
      method: "PATCH",
      body: '{"spec":{"replica":1,"paused":null}}',
      headers: { "content-type": "application/strategic-merge-patch+json" },
    });
    expect(code).toBe(422);
    const value = '"map[spec:map[paused:<nil> replica:1]]"';
    expect(textAt(body, "message")).toBe(
      ` "" is invalid: patch: Invalid value: ${value}: strict decoding error: unknown field "spec.replica"`,
    );
  });
  it("names the field at fault, for kubectl to print", async () => {
    const spec = { selector: { matchLabels: { app: "b" } }, template };
    const { body } = await post(deployments, { metadata: { name: "wrong" }, spec });
    expect(at(body, "details")).toMatchObject({
      kind: "Deployment",
      name: "wrong",
      causes: [{ field: "spec.template.metadata.labels" }],
    });
  });
});

describe("what a cluster shows", () => {
  it.for([
    ["/apis/batch/v1/namespaces/default/jobs", /^migrate \| Complete \| 1\/1 \| 9s \| /],
    [
      "/apis/batch/v1/namespaces/default/cronjobs",
      /^cleanup \| 30 3 \* \* \* \| Europe\/London \| False \| 0 \| 5h/,
    ],
    [
      `${LIST}/persistentvolumeclaims`,
      /^uploads \| Bound \| pvc-\S+ \| 10Gi \| RWO \| standard \| <unset> \| /,
    ],
    [
      `${LIST}/resourcequotas`,
      /^team \| pods: 5\/50, requests.cpu: 300m\/4, .* \| limits.memory: 768Mi\/8Gi \| /,
    ],
    [
      "/apis/policy/v1/namespaces/default/poddisruptionbudgets",
      /^api-server \| N\/A \| 1 \| 1 \| /,
    ],
    ["/apis/apps/v1/namespaces/default/statefulsets", /^queue \| 3\/3 \| /],
    [
      "/apis/rbac.authorization.k8s.io/v1/namespaces/default/rolebindings",
      /Role\/config-reader.* \| default\/api-server$/,
    ],
    [
      "/apis/scheduling.k8s.io/v1/priorityclasses",
      /^system-cluster-critical \| 2000000000 \| false \| /,
    ],
    [
      "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers",
      /Deployment\/api-server \| cpu: <unknown>\/70% \| 3 \| 10 \| 0 \| /,
    ],
  ] as const)("%s", async ([path, expected]) => {
    expect((await rows(path)).join("\n")).toMatch(expected);
  });
  it("shows a node's version, and that nothing is scheduled to it", async () => {
    expect((await rows("/api/v1/nodes"))[0]).toMatch(/^node-1 \| Ready \| .*v1\.36\.3/);
    await ask("/api/v1/nodes/node-1", {
      method: "PATCH",
      body: '{"spec":{"unschedulable":true}}',
      headers: { "content-type": "application/merge-patch+json" },
    });
    expect((await rows("/api/v1/nodes"))[0]).toMatch(/^node-1 \| Ready,SchedulingDisabled \| /);
  });
  it("names EndpointSlices as the controller does, with the Service's age", async () => {
    const { items } = await cluster.of("endpointslices").list("default");
    const slice = items.find(({ metadata }) => metadata?.name?.startsWith("api-server-"));
    const service = await cluster.of("services").get("api-server", "default");
    expect(slice?.metadata?.name).toMatch(/^api-server-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
    expect(slice?.metadata?.creationTimestamp).toEqual(service.metadata?.creationTimestamp);
    expect(listAt(slice, "ports")).toMatchObject([{ name: "", port: 8000 }]);
    const name = slice?.metadata?.name ?? "";
    expect((await cluster.of("endpointslices").get(name, "default")).metadata?.name).toBe(name);
  });
  it("keeps the revision of a Deployment on it", async () => {
    const { metadata } = await cluster.of("deployments").get("api-server", "default");
    expect(metadata?.annotations?.["deployment.kubernetes.io/revision"]).toBe("4");
  });
  it("has an empty log for programs that are not the cluster's", async () => {
    const { items } = await cluster.of("pods").list("kube-system");
    const { name = "" } = items[0]?.metadata ?? {};
    const log = await fetch(`${server.url}/api/v1/namespaces/kube-system/pods/${name}/log`);
    expect([log.status, await log.text()]).toEqual([200, ""]);
  });
});

it("evicts what the budget allows, and no more", async () => {
  const { items } = await cluster.of("pods").list("default");
  const names = items
    .filter(({ metadata }) => metadata?.labels?.["app"] === "api-server")
    .map(({ metadata }) => metadata?.name ?? "");
  const evict = (name: string | undefined) =>
    post(`${LIST}/pods/${name ?? ""}/eviction`, { kind: "Eviction" });
  expect((await evict(names[0])).code).toBe(201);
  const refused = await evict(names[1]);
  expect([refused.code, textAt(refused.body, "message")]).toEqual([
    429,
    "Cannot evict pod as it would violate the pod's disruption budget.",
  ]);
});
