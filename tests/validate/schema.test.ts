import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { schemaText } from "../../scripts/schema.ts";
import { generate } from "../../scripts/schema/generate.ts";
import { bundleValidator } from "./validator-bundle.ts";
import { readDescriptions } from "../../src/explain/descriptions.ts";
import { explain, schema } from "../../src/validate/index.ts";
import { resolvePlain } from "../../src/validate/yaml/scalars.ts";

const root = new URL("../../", import.meta.url);
const start = performance.now();
const generated = generate(root);
const took = performance.now() - start;

test("schema.json is current: npm run schema changes nothing", () => {
  const committed = readFileSync(new URL("src/validate/schema.json", root), "utf8");
  expect(schemaText(generated)).toBe(committed);
});

test("a build reads the same texts as the compiler", () => {
  expect(readDescriptions(fileURLToPath(root))).toEqual(generated.descriptions);
});

test("it is made in time, for the kinds that matter", () => {
  expect(took).toBeLessThan(10_000);
  expect(schema.version).toBe("1.36");
  const kinds = Object.keys(schema.kinds).map((key) => key.slice(key.lastIndexOf("/") + 1));
  const wanted =
    "Pod Deployment ReplicaSet StatefulSet DaemonSet Job CronJob Service ConfigMap Secret Ingress " +
    "HorizontalPodAutoscaler Namespace PodDisruptionBudget NetworkPolicy ServiceAccount Role " +
    "RoleBinding PersistentVolumeClaim ResourceQuota LimitRange Gateway HTTPRoute";
  expect(kinds).toEqual(expect.arrayContaining(wanted.split(" ")));
});

// 25.6 kB of it are the YAML parser, 6.4 kB the schema. It is loaded when a reader asks for a check.
test("validator, parser and schema fit into 58 kB, and need neither Node nor eval", async () => {
  const { brotli, code } = await bundleValidator();
  console.log(`validator with YAML parser and schema: ${brotli} B brotli`);
  expect(brotli).toBeLessThanOrEqual(58_000);
  expect(code).not.toMatch(/\beval\(|new Function|\bimport\(|from"node:|require\(/);
});

test("a field is explained", () => {
  const { descriptions } = generated;
  const path = "spec.template.spec.containers[].resources";
  expect(explain(descriptions, "apps/v1", "Deployment", path)).toEqual({
    type: "ResourceRequirements",
    required: false,
    description: expect.stringContaining("Compute Resources required by this container") as string,
    explainPath: "deployment.spec.template.spec.containers.resources",
  });
  expect(explain(descriptions, "apps/v1", "Deployment", "spec.selector")).toMatchObject({
    type: "LabelSelector",
    required: true,
  });
  expect(explain(descriptions, "v1", "ConfigMap", "data.features.json")).toMatchObject({
    type: "string",
    explainPath: "configmap.data",
  });
  expect(explain(descriptions, "v1", "Service", "spec.type")?.type).toContain("ClusterIP | ");
  expect(explain(descriptions, "v1", "Service", "kind")?.description).toMatch(/^Kind is a string/);
  expect(explain(descriptions, "v1", "Service", "spec.colour")).toBeUndefined();
  expect(explain(descriptions, "v1", "Servant", "spec")).toBeUndefined();
});

// What kubectl 1.36.3 makes of each, seen with `kubectl annotate --local`.
test.each([
  ["yes", true],
  ["Y", true],
  ["n", false],
  ["On", true],
  ["tRue", "tRue"],
  ["010", 8],
  ["0o10", 8],
  ["08", 8],
  ["1_000", 1000],
  ["1e3", 1000],
  ["0x10", 16],
  ["0x", "0x"],
  ["0b11", 3],
  [".5", 0.5],
  ["1.", 1],
  ["1e", "1e"],
  ["+1", 1],
  ["12:30:45", "12:30:45"],
  ["2001-01-01", "2001-01-01"],
  ["100m", "100m"],
  ["=", "="],
  ["~", null],
])("YAML reads %s as %j", (text, value) => {
  expect(resolvePlain(text)).toBe(value);
});
