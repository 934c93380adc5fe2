import { z } from "astro/zod";
import { expect, it } from "vitest";
import { parseYaml } from "../../src/content/yaml.ts";
import { reportOf } from "./support/report.ts";

const schema = z.strictObject({ name: z.string(), list: z.array(z.object({ at: z.int() })) });
const read = (text: string, offset = 0) => parseYaml(text, schema, "content/a.yaml", offset);

it("gives what the schema makes of the text", () => {
  expect(read("name: a\nlist:\n  - at: 1\n")).toEqual({ name: "a", list: [{ at: 1 }] });
});

it.each([
  [
    "a wrong type",
    "name: a\nlist:\n  - at: 1\n  - at: x\n",
    /^content\/a\.yaml:4 list\.1\.at: .*\n/,
  ],
  ["a missing field", "name: a\nlist:\n  - at: 1\n  - b: 1\n", /^content\/a\.yaml:4 list\.1\.at: /],
  ["an unknown field", "name: a\nlist: []\nother: 1\n", /^content\/a\.yaml:3 .*"other"/],
  ["nothing", "", /^content\/a\.yaml:1 the file: /],
  ["broken YAML", "name: a\nlist: [1\n", /^content\/a\.yaml:[23] is not valid YAML: /],
])("reports %s with its line and a hint", (_what, text, message) => {
  const report = reportOf(() => read(text));
  expect(report).toMatch(message);
  expect(report).toMatch(/\n {2}Hint: .+\.$/);
});

it("counts the lines above the text", () => {
  expect(reportOf(() => read("name: 1\nlist: []\n", 1))).toMatch(/^content\/a\.yaml:2 name: /);
});
