import { describe, expect, test } from "vitest";
import { formatProblem, isFault, validate } from "../../src/validate/index.ts";
import { brokenAccess } from "./broken-access.ts";
import { brokenFields } from "./broken-fields.ts";
import { brokenObjects } from "./broken-objects.ts";
import { brokenPods } from "./broken-pods.ts";
import { brokenReferences } from "./broken-references.ts";
import { brokenRoutes } from "./broken-routes.ts";
import { brokenRules } from "./broken-rules.ts";
import { brokenSets } from "./broken-sets.ts";
import { brokenTraffic } from "./broken-traffic.ts";
import { brokenValues } from "./broken-values.ts";
import { brokenWork } from "./broken-work.ts";
import { brokenYaml } from "./broken-yaml.ts";
import { levelOf } from "./levels.ts";
import { deployment, service, siteExternal, type Broken } from "./samples.ts";

const tables = {
  fields: brokenFields,
  values: brokenValues,
  yaml: brokenYaml,
  sets: brokenSets,
  rules: brokenRules,
  objects: brokenObjects,
  references: brokenReferences,
  access: brokenAccess,
  pods: brokenPods,
  routes: brokenRoutes,
  traffic: brokenTraffic,
  work: brokenWork,
};

test("the samples are right before a fault is planted", () => {
  const files = [
    { name: "deployment.yaml", text: deployment },
    { name: "service.yaml", text: service },
  ];
  expect(validate(files, { external: siteExternal }).filter(isFault)).toEqual([]);
});

test("at least 40 faults are planted, each once", () => {
  const faults = Object.values(tables).flatMap((table) => table.map(({ fault }) => fault));
  expect(new Set(faults).size).toBe(faults.length);
  expect(faults.length).toBeGreaterThanOrEqual(40);
});

describe.each(Object.entries(tables))("%s", (_, table) => {
  test.each(table)("$fault", (broken: Broken) => {
    const { fault, text, beside = [], line, message, level = levelOf(fault) } = broken;
    const start = performance.now();
    const found = validate([{ name: "broken.yaml", text }, ...beside], {
      external: siteExternal,
      complete: broken.complete ?? true,
    });
    expect(performance.now() - start).toBeLessThan(1000);
    // One fault, one problem: what follows from it is not told as well. Advice comes beside others.
    const problems = found.filter((one) =>
      isFault({ level }) ? isFault(one) : message.test(formatProblem(one)),
    );
    expect(problems.map(formatProblem)).toHaveLength(1);
    const [problem] = problems;
    const [, said = ""] =
      /^broken\.yaml:\d+:\d+ (.*)$/.exec(problem ? formatProblem(problem) : "") ?? [];
    expect(said).toMatch(message);
    expect(problem?.line).toBe(line);
    expect(problem?.level).toBe(level);
  });
});
