import { describe, expect, test } from "vitest";
import { formatProblem, isFault, validate } from "../../src/validate/index.ts";
import { head, withSpec } from "./make.ts";
import { change, deployment, service } from "./samples.ts";

const advice = (text: string, complete = false) =>
  validate([{ name: "a.yaml", text }], { complete })
    .filter(({ level }) => level === "advice")
    .map(formatProblem);

const careful = change(
  deployment,
  "          readinessProbe:",
  "          securityContext: { runAsNonRoot: true }\n          readinessProbe:",
);
const hpa = withSpec(
  "autoscaling/v2",
  "HorizontalPodAutoscaler",
  "{ maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api-server }, metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 80 } } }] }",
);

describe("of a Deployment", () => {
  test("there is none when it is careful", () => {
    expect(advice(careful)).toEqual([]);
  });
  test.each([
    ["no version", "api-server:v1.2.3", "api-server", 17, /the image has no fixed version/],
    ["latest", "api-server:v1.2.3", "api-server:latest", 17, /a rollback brings nothing back/],
    [
      "a registry's port is no version",
      "myrepo/api-server:v1.2.3",
      "r.example.com:5000/api",
      17,
      /no fixed version/,
    ],
    [
      "root",
      "securityContext: { runAsNonRoot: true }",
      "tty: false",
      16,
      /keeps the container from running as root/,
    ],
  ])("%s", (_, from, to, line, message) => {
    const found = advice(change(careful, from, to));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^a\\.yaml:${line}:`));
    expect(found[0]).toMatch(message);
  });
  test("a digest fixes the image", () => {
    expect(advice(change(careful, "api-server:v1.2.3", `api@sha256:${"0".repeat(64)}`))).toEqual(
      [],
    );
  });
  test("requests and a readiness probe", () => {
    const bare = careful.replace(/ {10}resources:[^]*?(?= {6}volumes:)/, "");
    expect(advice(bare).join("\n")).toMatch(/requests no CPU and memory, .* first to go/);
    const unready = careful.replace(/ {10}readinessProbe:[^]*?(?= {10}resources:)/, "");
    expect(advice(unready).join("\n")).toMatch(/has no readinessProbe, .* ready or not/);
  });
  test("a password in plain text", () => {
    const open = change(
      careful,
      "          env:\n",
      "          env:\n            - { name: DB_PASSWORD, value: hunter2 }\n",
    );
    expect(advice(open).join("\n")).toMatch(/a secret in plain text, .* secretKeyRef/);
  });
  test("replicas beside an autoscaler", () => {
    const found = advice(`${careful}---\n${hpa}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/:6:3 spec\.replicas: .*"api-server" sets the replicas/);
  });
});

test("a Pod alone, a budget that blocks, an old annotation", () => {
  expect(
    advice(withSpec("v1", "Pod", "{ containers: [{ name: a, image: a:1 }] }")).join("\n"),
  ).toMatch(/nothing replaces a Pod that stands alone/);
  const budget = (field: string) => withSpec("policy/v1", "PodDisruptionBudget", `{ ${field} }`);
  expect(advice(budget("maxUnavailable: 0"))[0]).toMatch(/kubectl drain waits/);
  expect(advice(budget("minAvailable: 100%"))[0]).toMatch(/no Pod may ever be evicted/);
  expect(advice(budget("maxUnavailable: 1"))).toEqual([]);
  const ingress = withSpec(
    "networking.k8s.io/v1",
    "Ingress",
    "{ defaultBackend: { service: { name: a, port: { number: 80 } } } }",
  ).replace("name: api-server", 'name: a, annotations: { "kubernetes.io/ingress.class": nginx }');
  expect(advice(ingress)[0]).toMatch(/deprecated, write spec\.ingressClassName/);
});

test("an autoscaler of a share of nothing does not work", () => {
  const bare = careful
    .replace(/ {10}resources:[^]*?(?= {6}volumes:)/, "")
    .replace("  replicas: 3\n", "");
  const faults = validate([{ name: "a.yaml", text: `${bare}---\n${hpa}` }], { complete: false });
  expect(faults.filter(isFault).map(formatProblem)).toEqual([
    expect.stringMatching(/the container "api" requests no cpu, .* the autoscaler does nothing/),
  ]);
});

describe("of a part of a set", () => {
  const faults = (text: string) =>
    validate([{ name: "a.yaml", text }], { complete: false })
      .filter(isFault)
      .map(formatProblem);
  test("a Service that nearly selects the Pods is told, another is not", () => {
    const set = (label: string) => `${careful}---\n${change(service, "app: api-server", label)}`;
    expect(faults(set("app: api-servr")).join("\n")).toMatch(/no Pod of this set has the labels/);
    expect(faults(set("app: frontend"))).toEqual([]);
  });
  test("objects of other kinds exist", () => {
    const rollout = `${head("argoproj.io/v1alpha1", "Rollout")}---\n${hpa.replace("apps/v1, kind: Deployment", "argoproj.io/v1alpha1, kind: Rollout")}`;
    expect(validate([{ name: "a.yaml", text: rollout }]).filter(isFault)).toEqual([]);
  });
});
