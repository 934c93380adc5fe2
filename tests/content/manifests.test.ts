import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { manifestProblems } from "./manifest-rules.ts";

interface Labels {
  app: string;
}
interface Container {
  name: string;
  image: string;
  ports: { containerPort: number }[];
  env: unknown[];
  resources: unknown;
}
interface Deployment {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: {
    replicas: number;
    selector: { matchLabels: Labels };
    template: { metadata: { labels: Labels }; spec: { containers: Container[] } };
  };
}
interface Service {
  spec: { selector: Labels; ports: { port: number; targetPort: number }[]; type: string };
}

const files = globSync("content/manifests/*").sort();
const read = (name: string) => readFileSync(`content/manifests/${name}`, "utf8");

describe.each(files)("%s", (file) => {
  it("is one object in strict YAML", () => {
    expect(file).toMatch(/\/[a-z0-9-]+\.yaml$/);
    expect(manifestProblems(file, readFileSync(file, "utf8")).join("\n")).toBe("");
  });
});

/** A manifest with one fault, and what must be said. */
const FAULTS: [string, string, RegExp][] = [
  ["duplicate key", "kind: B\n", /a\.yaml:5 .*unique/],
  ["second document", "---\nkind: B\n", /a\.yaml:1 2 documents/],
  ["tab", "b:\t1\n", /a\.yaml:5 a tab/],
  ["carriage return", "b: 1\r\n", /a\.yaml:5 a tab or carriage return/],
  ["trailing space", "b: 1 \n", /a\.yaml:5 a trailing space/],
  ["odd indentation", "b:\n   c: 1\n", /a\.yaml:6 3 spaces/],
  ["broken YAML", "b: [1\n", /a\.yaml:\d+ /],
  ["no newline at the end", "b: 1", /a\.yaml:5 no single newline/],
  ["two newlines at the end", "b: 1\n\n", /no single newline/],
];

describe("a fault in a manifest is found", () => {
  const good = "apiVersion: v1\nkind: A\nmetadata:\n  name: a\n";

  it.each(FAULTS)("%s", (_what, text, message) => {
    expect(manifestProblems("a.yaml", good + text).join("\n")).toMatch(message);
  });

  it.each(["apiVersion", "kind", "metadata.name"])("no %s", (field) => {
    const key = field.split(".").at(-1) ?? "";
    const text = good.replace(new RegExp(`^( *)${key}:`, "m"), "$1other:");
    expect(manifestProblems("a.yaml", text)).toEqual([expect.stringContaining(`no ${field}`)]);
  });

  it("and none in a good one, with a block of any indentation", () => {
    expect(manifestProblems("a.yaml", `${good}b: |\n  x\n     y\n`)).toEqual([]);
  });
});

describe("the article's values", () => {
  const deployment = parse(read("deployment.yaml")) as Deployment;
  const service = parse(read("service.yaml")) as Service;
  const { containers } = deployment.spec.template.spec;

  it("are in deployment.yaml", () => {
    expect(deployment).toMatchObject({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "api-server" },
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: "api-server" } },
        template: { metadata: { labels: { app: "api-server" } } },
      },
    });
    expect(containers).toHaveLength(1);
    const { name, image, ports, env, resources } = containers[0] ?? ({} as Container);
    expect({ name, image, ports, env, resources }).toEqual({
      name: "api",
      image: "myrepo/api-server:v1.2.3",
      ports: [{ containerPort: 8000 }],
      env: [
        { name: "DATABASE_URL", valueFrom: { secretKeyRef: { name: "db-secret", key: "url" } } },
      ],
      resources: {
        requests: { memory: "128Mi", cpu: "100m" },
        limits: { memory: "256Mi", cpu: "500m" },
      },
    });
  });

  it("are in service.yaml", () => {
    expect(service).toEqual({
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "api-server" },
      spec: {
        type: "ClusterIP",
        selector: { app: "api-server" },
        ports: [{ port: 80, targetPort: 8000 }],
      },
    });
  });

  const deployments = files.filter((file) =>
    readFileSync(file, "utf8").includes("\nkind: Deployment\n"),
  );

  it.each(deployments)("%s: selector, labels and ports belong together", (file) => {
    const { spec } = parse(readFileSync(file, "utf8")) as Deployment;
    const { labels } = spec.template.metadata;
    expect(spec.selector.matchLabels).toEqual(labels);
    expect(labels).toMatchObject(service.spec.selector);
    const ports = spec.template.spec.containers.flatMap((container) => container.ports);
    for (const { targetPort } of service.spec.ports) {
      expect(ports).toContainEqual({ containerPort: targetPort });
    }
  });
});
