import { describe, expect, it } from "vitest";
import { at, listAt, load, planted, STEPS, type Value } from "./manifest-values.ts";
import { refused } from "./pod-security.ts";

const kustomization = load("kustomization.yaml");
const files = kustomization["resources"] as string[];
const set = files.map((file) => load(file));
const ofKind = (kind: string): Value => set.find((one) => one["kind"] === kind) ?? {};
const deployment = ofKind("Deployment");
const podSpec = at(deployment, "spec", "template", "spec");
const labels = at(deployment, "spec", "template", "metadata", "labels");

describe("the set for production", () => {
  it("passes Pod Security restricted", () => {
    expect(refused(podSpec)).toEqual([]);
  });

  it.each([
    ["hostNetwork", true],
    ["securityContext.runAsNonRoot", undefined],
    ["securityContext.runAsUser", 0],
    ["securityContext.seccompProfile", undefined],
    ["securityContext.seccompProfile.type", "Unconfined"],
    ["containers.0.securityContext", undefined],
    ["containers.0.securityContext.allowPrivilegeEscalation", undefined],
    ["containers.0.securityContext.privileged", true],
    ["containers.0.securityContext.runAsNonRoot", false],
    ["containers.0.securityContext.capabilities.drop", ["NET_RAW"]],
    ["containers.0.securityContext.capabilities.add", ["SYS_PTRACE"]],
    ["containers.0.ports.0.hostPort", 8000],
    ["containers.0.livenessProbe.httpGet.host", "127.0.0.1"],
    ["volumes.0", { name: "config", hostPath: { path: "/etc" } }],
  ])("would be refused with %s as %j", (path, value) => {
    expect(refused(planted(podSpec as Value, path, value))).not.toEqual([]);
  });

  it.each(STEPS.slice(0, -1))("%s would be refused: it teaches something else", (file) => {
    expect(refused(at(load(file), "spec", "template", "spec"))).not.toEqual([]);
  });

  it("has an object of each kind that it needs, once", () => {
    expect(set.map(({ kind }) => kind).sort()).toEqual(
      ["ConfigMap", "Deployment", "HorizontalPodAutoscaler", "NetworkPolicy"].concat([
        ...["PodDisruptionBudget", "Service", "ServiceAccount"],
      ]),
    );
  });

  it("holds together", () => {
    const config = at(ofKind("ConfigMap"), "metadata", "name");
    const [container] = listAt(podSpec, "containers");
    const env = listAt(container, "env");
    const refs = env.map((one) => at(one, "valueFrom", "configMapKeyRef", "name")).filter(Boolean);
    const mounted = listAt(podSpec, "volumes").map((one) => at(one, "configMap", "name"));
    expect([...refs, ...mounted.filter(Boolean)]).toEqual([config, config]);
    expect(at(podSpec, "serviceAccountName")).toBe(
      at(ofKind("ServiceAccount"), "metadata", "name"),
    );
    expect(at(ofKind("Service"), "spec", "selector")).toEqual(labels);
    expect(at(ofKind("PodDisruptionBudget"), "spec", "selector", "matchLabels")).toEqual(labels);
    const policy = ofKind("NetworkPolicy");
    expect(at(policy, "spec", "podSelector", "matchLabels")).toEqual(labels);
    const ports = listAt(policy, "spec", "ingress").flatMap((rule) => listAt(rule, "ports"));
    expect(ports.map(({ port }) => port)).toEqual(
      listAt(container, "ports").map(({ containerPort }) => containerPort),
    );
    for (const rule of listAt(podSpec, "topologySpreadConstraints")) {
      expect(at(rule, "labelSelector", "matchLabels")).toEqual(labels);
    }
    expect(at(ofKind("HorizontalPodAutoscaler"), "spec", "scaleTargetRef")).toMatchObject({
      kind: "Deployment",
      name: at(deployment, "metadata", "name"),
    });
  });

  it("leaves the number of Pods to the autoscaler, and lets a drain take one", () => {
    expect(at(deployment, "spec", "replicas")).toBeUndefined();
    const least = at(ofKind("HorizontalPodAutoscaler"), "spec", "minReplicas") as number;
    expect(at(ofKind("PodDisruptionBudget"), "spec", "maxUnavailable")).toBeLessThan(least);
  });

  it("holds no password and mounts no token", () => {
    const literals = listAt(podSpec, "containers").flatMap((one) =>
      listAt(one, "env").filter((variable) => variable["value"] !== undefined),
    );
    expect(literals).toEqual([]);
    expect(ofKind("ServiceAccount")["automountServiceAccountToken"]).toBe(false);
  });

  it("lets DNS out", () => {
    const out = listAt(ofKind("NetworkPolicy"), "spec", "egress").flatMap((rule) =>
      listAt(rule, "ports").map(({ protocol, port }) => `${String(protocol)} ${String(port)}`),
    );
    expect(out).toEqual(expect.arrayContaining(["UDP 53", "TCP 53"]));
  });
});
