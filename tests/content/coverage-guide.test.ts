import { readFileSync } from "node:fs";
import { slug } from "github-slugger";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readPages } from "../../src/content/pages.ts";
import { commandsOf } from "../../src/content/shell-blocks.ts";
import { effectOf } from "../../src/kubectl/effect.ts";
import { truthTable } from "./truth.ts";

type Value = Record<string, unknown>;

const isMap = (value: unknown): value is Value =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((found, key) => (isMap(found) ? found[key] : undefined), value);
const listAt = (value: unknown, ...path: string[]): Value[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found.filter(isMap) : [];
};
const load = (file: string) => parse(readFileSync(`content/manifests/${file}`, "utf8")) as Value;

/** A copy with one field set, or removed where the value is undefined. */
function planted(object: Value, path: string, value: unknown): Value {
  const copy = structuredClone(object);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<unknown>((found, key) => (found as Value)[key], copy) as Value;
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}

/** The fields of one manifest that another lacks or has with other values; lists go by name. */
function lost(before: unknown, after: unknown, path = ""): string[] {
  if (isMap(before)) {
    return Object.entries(before).flatMap(([key, value]) =>
      lost(value, at(after, key), path === "" ? key : `${path}.${key}`),
    );
  }
  if (
    Array.isArray(before) &&
    before.every((one) => isMap(one) && typeof one["name"] === "string")
  ) {
    const there = Array.isArray(after) ? after.filter(isMap) : [];
    return before.flatMap((one: Value) => {
      const name = String(one["name"]);
      return lost(
        one,
        there.find((other) => other["name"] === name),
        `${path}[${name}]`,
      );
    });
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
}

const STEPS = [
  "deployment.yaml",
  "deployment-with-config.yaml",
  "deployment-with-probes.yaml",
  "deployment-no-downtime.yaml",
  "deployment-production.yaml",
];

describe("each Deployment has all that the one before it has", () => {
  it.each(STEPS.slice(1).map((file, index) => [file, STEPS[index] ?? ""]))(
    "%s after %s",
    (file, before) => {
      // An autoscaler sets it in the last one.
      const given = file === "deployment-production.yaml" ? ["spec.replicas"] : [];
      expect(lost(load(before), load(file))).toEqual(given);
    },
  );

  it.each([
    ["spec.template.spec.volumes", undefined],
    ["spec.template.spec.containers.0.readinessProbe", undefined],
    ["spec.template.spec.containers.0.env", []],
    ["spec.template.spec.terminationGracePeriodSeconds", 30],
  ])("one without %s is found", (path, value) => {
    const before = load("deployment-with-probes.yaml");
    expect(lost(before, planted(load("deployment-no-downtime.yaml"), path, value))).not.toEqual([]);
  });
});

const VOLUMES = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "projected",
  "secret",
].concat("persistentVolumeClaim");
const SECCOMP = ["RuntimeDefault", "Localhost"];

/**
 * What the level `restricted` of the Pod Security Standards, as of 1.36, refuses in a Pod template:
 * after the checks of k8s.io/pod-security-admission. Windows, SELinux, AppArmor, sysctls and
 * procMount are refused here whatever they say, since the site sets none.
 */
function refused(spec: unknown): string[] {
  const found: string[] = [];
  const check = (right: boolean, what: string) => {
    if (!right) found.push(what);
  };
  const pod = at(spec, "securityContext");
  for (const field of ["hostNetwork", "hostPID", "hostIPC"]) {
    check(at(spec, field) !== true, field);
  }
  check(at(pod, "runAsUser") !== 0, "runAsUser");
  for (const volume of listAt(spec, "volumes")) {
    check(
      VOLUMES.some((type) => volume[type] !== undefined),
      "volume type",
    );
  }
  for (const field of ["seLinuxOptions", "windowsOptions", "appArmorProfile", "sysctls"]) {
    check(at(pod, field) === undefined, field);
  }
  const containers = ["initContainers", "containers", "ephemeralContainers"].flatMap((list) =>
    listAt(spec, list),
  );
  check(containers.length > 0, "no container");
  for (const container of containers) {
    const own = at(container, "securityContext");
    const either = (...path: string[]) => at(own, ...path) ?? at(pod, ...path);
    check(either("runAsNonRoot") === true, "runAsNonRoot");
    check(at(own, "runAsUser") !== 0, "runAsUser");
    check(SECCOMP.includes(String(either("seccompProfile", "type"))), "seccompProfile");
    check(at(own, "allowPrivilegeEscalation") === false, "allowPrivilegeEscalation");
    check(at(own, "privileged") !== true, "privileged");
    const drop = at(own, "capabilities", "drop");
    const add = at(own, "capabilities", "add") ?? [];
    check(Array.isArray(drop) && drop.includes("ALL"), "capabilities.drop");
    check(Array.isArray(add) && add.every((one) => one === "NET_BIND_SERVICE"), "capabilities.add");
    for (const field of ["seLinuxOptions", "windowsOptions", "appArmorProfile", "procMount"]) {
      check(at(own, field) === undefined, field);
    }
    check(
      listAt(container, "ports").every((port) => (port["hostPort"] ?? 0) === 0),
      "hostPort",
    );
    const handlers = [
      ...["startupProbe", "readinessProbe", "livenessProbe"].map((probe) => at(container, probe)),
      ...["postStart", "preStop"].map((hook) => at(container, "lifecycle", hook)),
    ];
    for (const handler of handlers) {
      const hosts = ["httpGet", "tcpSocket"].map((action) => at(handler, action, "host") ?? "");
      check(
        hosts.every((host) => host === ""),
        "host of a probe or hook",
      );
    }
  }
  return found;
}

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

describe("in the order of reading", () => {
  const guide = readPages()
    .filter(({ id }) => id.startsWith("guide/"))
    .sort((left, right) => (left.data.order ?? 0) - (right.data.order ?? 0));
  const commands = guide.flatMap((page, place) =>
    commandsOf(page).map(({ text, line }) => ({ text, at: place * 10_000 + line })),
  );
  const first = (test: (text: string) => boolean) =>
    commands.find(({ text }) => test(text))?.at ?? Infinity;
  const firstChange = first((text) => ["changes", "deletes"].includes(effectOf(text)));

  it("the context and the namespace come before the first command that changes a cluster", () => {
    expect(firstChange).toBeLessThan(Infinity);
    expect(first((text) => text.startsWith("kubectl config current-context"))).toBeLessThan(
      firstChange,
    );
    expect(first((text) => text.includes(" -n <namespace>"))).toBeLessThan(firstChange);
  });

  it("what a placeholder is comes before the first one", () => {
    const explained = guide.flatMap(({ file }, place) => {
      const lines = readFileSync(file, "utf8").split("\n");
      const line = lines.findIndex((text) => text.includes("angle brackets"));
      return line < 0 ? [] : [place * 10_000 + line + 1];
    });
    expect(Math.min(...explained)).toBeLessThan(first((text) => /<[a-z-]+>/.test(text)));
  });
});

/** What people type for the tasks of a day and of a night on call. */
const TASKS = [
  ...["restart a pod", "bounce a deployment", "re-pull the image", "get into a container"],
  ...["ssh into a pod", "copy a file from a pod", "run a one-off pod", "what changed"],
  ...["delete stuck pod", "scale up", "rollback", "decode a secret", "previous logs"],
  ...["expose a deployment", "rotate a secret", "switch cluster", "drain a node"],
  ...["local kubernetes cluster", "enforce restricted", "pods on different nodes"],
];

describe("a task leads to the section that shows how", () => {
  const shown = readPages().flatMap((page) => {
    const source = readFileSync(page.file, "utf8");
    const parts = source.split(/^## /m).slice(1);
    return Object.entries(page.data.sections).map(([id, words]) => ({
      words,
      text: parts.find((part) => slug(part.split("\n")[0] ?? "") === id) ?? "",
    }));
  });

  it.each(TASKS)("%s", (task) => {
    const answers = shown.filter(({ words }) => words.includes(task));
    expect(answers, "a section that has it among its words").not.toEqual([]);
    for (const { text } of answers) expect(text).toMatch(/^ *```sh|<Manifest |^\| /m);
  });
});

truthTable([
  {
    row: "a cluster to practise on",
    page: "guide/what-kubernetes-does",
    says: ["kind create cluster", "minikube start", "EKS is Kubernetes on AWS"],
  },
  {
    row: "a schema changes in two releases",
    page: "guide/deploying-a-new-version",
    says: ["change a schema in two releases"],
  },
  {
    row: "a token is mounted unless you say otherwise",
    page: "guide/production-mistakes",
    says: ["Every Pod gets a token for the Kubernetes API unless you say otherwise"],
  },
  {
    row: "a finished service",
    page: "guide/production-service",
    says: [
      "An HPA sets the number",
      "Otherwise a drained node counts as empty",
      "A Deployment that breaks the rules is still stored",
      "The rules hold only when a Pod is placed",
    ],
  },
  {
    row: "a finished service, applied",
    page: "guide/production-objects",
    says: [
      "A file for the Secret is missing on purpose",
      "It needs no metrics for that",
      "traffic from the Pod's own node is always let in",
      "Taking a file off the list does not delete its object",
    ],
  },
]);
