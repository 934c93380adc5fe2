import { describe, expect, test } from "vitest";
import { formatProblem, validate } from "../../src/validate/index.ts";
import { brokenFields } from "./broken-fields.ts";
import { brokenObjects } from "./broken-objects.ts";
import { brokenReferences } from "./broken-references.ts";
import { brokenRules } from "./broken-rules.ts";
import { brokenSets } from "./broken-sets.ts";
import { brokenValues } from "./broken-values.ts";
import { brokenYaml } from "./broken-yaml.ts";
import { deployment, service, siteExternal } from "./samples.ts";

const tables = {
  fields: brokenFields,
  values: brokenValues,
  yaml: brokenYaml,
  sets: brokenSets,
  rules: brokenRules,
  objects: brokenObjects,
  references: brokenReferences,
};

test("the samples are right before a fault is planted", () => {
  const files = [
    { name: "deployment.yaml", text: deployment },
    { name: "service.yaml", text: service },
  ];
  expect(validate(files, { external: siteExternal })).toEqual([]);
});

test("at least 40 faults are planted, each once", () => {
  const faults = Object.values(tables).flatMap((table) => table.map(({ fault }) => fault));
  expect(new Set(faults).size).toBe(faults.length);
  expect(faults.length).toBeGreaterThanOrEqual(40);
});

describe.each(Object.entries(tables))("%s", (_, table) => {
  test.each(table)("$fault", ({ text, beside = [], line, message }) => {
    const start = performance.now();
    const problems = validate([{ name: "broken.yaml", text }, ...beside], {
      external: siteExternal,
    });
    expect(performance.now() - start).toBeLessThan(1000);
    // One fault, one problem: what follows from it is not told as well.
    expect(problems.map(formatProblem)).toHaveLength(1);
    const [problem] = problems;
    const [, said = ""] =
      /^broken\.yaml:\d+:\d+ (.*)$/.exec(problem ? formatProblem(problem) : "") ?? [];
    expect(said).toMatch(message);
    expect(problem?.line).toBe(line);
  });
});
