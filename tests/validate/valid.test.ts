import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { cutPart } from "../../src/content/manifest-part.ts";
import { attribute, componentsOf } from "../../src/content/mdx-tree.ts";
import { readPages } from "../../src/content/pages.ts";
import {
  formatProblem,
  isFault,
  schema,
  validate,
  validateFragment,
} from "../../src/validate/index.ts";
import { siteExternal, siteManifests } from "./samples.ts";
import { valid } from "./valid.ts";

/** Each part of a manifest that a page shows. */
const parts = readPages().flatMap(({ file: page, tree }) =>
  componentsOf(tree).flatMap((node) => {
    const part = attribute(node, "part");
    const file = attribute(node, "file") ?? "";
    return node.name === "Manifest" && part !== undefined ? [{ page, file, part }] : [];
  }),
);

/** What makes the build and the tests fail; advice does not. */
const faults = (...set: Parameters<typeof validate>) =>
  validate(...set)
    .filter(isFault)
    .map(formatProblem);

describe("unusual but right", () => {
  test("at least 15", () => {
    expect(Object.keys(valid).length).toBeGreaterThanOrEqual(15);
  });
  test.each(Object.entries(valid))("%s", (_, text) => {
    const start = performance.now();
    expect(faults([{ name: "valid.yaml", text }])).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

/** What was found right, for the summary of the whole run. */
const proven = { version: schema.version, manifests: 0, fragments: 0 };

afterAll(() => {
  mkdirSync("test-results", { recursive: true });
  writeFileSync("test-results/manifests.json", JSON.stringify(proven));
});

describe("the site", () => {
  test("every manifest, as one set", () => {
    expect(siteManifests.length).toBeGreaterThan(0);
    expect(faults(siteManifests, { external: siteExternal })).toEqual([]);
    proven.manifests = siteManifests.length;
  });

  test("an external object is needed", () => {
    const lines = validate(siteManifests).map(formatProblem);
    expect(lines.join("\n")).toMatch(/no Secret "db-secret"/);
    expect(lines.join("\n")).toMatch(/no Gateway "public"/);
    expect(lines.join("\n")).toMatch(/no Secret "api-example-com-tls"/);
    expect(faults(siteManifests, { complete: false })).toEqual([]);
  });

  test("some parts are shown", () => {
    expect(parts.length).toBeGreaterThan(0);
  });
  test.each(parts)("$page: $part of $file", ({ file, part }) => {
    const text = siteManifests.find(({ name }) => name === file)?.text ?? "";
    const kind = /^kind: (\w+)/m.exec(text)?.[1] ?? "";
    const fragment = { name: file, text: cutPart(text, part, { file }).text, kind, path: part };
    expect(validateFragment(fragment).map(formatProblem)).toEqual([]);
    proven.fragments += 1;
  });
});
