import { describe, expect, it } from "vitest";
import { cutPart, findLines } from "../../src/content/manifest-part.ts";
import { reportOf } from "./support/report.ts";

const TEXT = `# A comment above
apiVersion: v1
metadata:
  labels:
    app.kubernetes.io/name: api
spec:
  selector: { app: api }
  empty:
  none: []
  containers:
    - name: api # first
      image: a/b:v1
      args:
        - "1"

        - two

    - name: other
      script: |
        line one

          line two
  # A comment before the last field
  last: true
`;

describe("findLines", () => {
  it.each([
    ["apiVersion", 2, 2],
    ["metadata", 3, 5],
    ["spec.selector", 7, 7],
    ["spec.selector.app", 7, 7],
    ["spec.empty", 8, 8],
    ["spec.none", 9, 9],
    ["spec.containers", 10, 22],
    ["spec.containers[0]", 11, 16],
    ["spec.containers[0].name", 11, 11],
    ["spec.containers[0].args", 13, 16],
    ["spec.containers[0].args[1]", 16, 16],
    ["spec.containers[1].script", 19, 22],
    ["spec.last", 24, 24],
  ])("of %s", (path, first, last) => {
    expect(findLines(TEXT, path, { file: "a.yaml" })).toEqual({ first, last });
  });

  it.each([
    [
      "spec.replica",
      /^content\/manifests\/a\.yaml no field "spec\.replica" in a\.yaml\n {2}Hint: spec has selector, .*last\./,
    ],
    ["nope", /the top has apiVersion, metadata, spec/],
    ["apiVersion.a", /apiVersion has no fields/],
    ["spec.containers[2]", /spec\.containers has no \[2\]/],
    ["spec.selector[0]", /spec\.selector has no \[0\]/],
    ["spec.containers.name", /spec\.containers has no fields/],
  ])("refuses %s and says what there is", (path, message) => {
    expect(reportOf(() => findLines(TEXT, path, { file: "a.yaml" }))).toMatch(message);
  });

  it("refuses an empty path, as a comma at the end makes one", () => {
    expect(() => findLines(TEXT, "", { file: "a.yaml" })).toThrow(/no field ""/);
  });

  it("names the page that asks, where one does", () => {
    const asked = { file: "a.yaml", from: "content/guide/pods.mdx:12" };
    expect(reportOf(() => findLines(TEXT, "nope", asked))).toMatch(
      /^content\/guide\/pods\.mdx:12 no field "nope" in a\.yaml\n {2}Hint: the top has /,
    );
  });
});

describe("cutPart", () => {
  it.each([
    ["spec.selector", "selector: { app: api }\n", 7, 7],
    ["metadata.labels", "labels:\n  app.kubernetes.io/name: api\n", 4, 5],
    ["spec.containers[0].name", "name: api # first\n", 11, 11],
    ["spec.containers[0].args", 'args:\n  - "1"\n\n  - two\n', 13, 16],
    ["spec.containers[1]", "name: other\nscript: |\n  line one\n\n    line two\n", 18, 22],
    ["metadata", "metadata:\n  labels:\n    app.kubernetes.io/name: api\n", 3, 5],
  ])("of %s", (path, text, first, last) => {
    expect(cutPart(TEXT, path, { file: "a.yaml" })).toEqual({ text, lines: { first, last } });
  });

  it("cuts nothing off a comment that is indented less", () => {
    const text = "a:\n  b:\n    c: 1\n# kept whole\n    d: 2\n";
    expect(cutPart(text, "a.b", { file: "a.yaml" }).text).toBe(
      "b:\n  c: 1\n# kept whole\n  d: 2\n",
    );
  });

  it("refuses what is not there", () => {
    expect(() => cutPart(TEXT, "spec.nope", { file: "a.yaml" })).toThrow(/no field "spec\.nope"/);
  });
});
