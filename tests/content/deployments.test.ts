import { describe, expect, it } from "vitest";
import { at, isMap, load, planted, STEPS, type Value } from "./manifest-values.ts";

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
