import { describe, expect, it } from "vitest";
import { readGraph } from "../../tools/layout/graph.ts";
import { importsOf } from "../../tools/layout/imports.ts";
import { folderGraph, layoutProblems } from "../../tools/layout/rules.ts";

function problems(files: Record<string, string>): string[] {
  const texts = new Map(Object.entries(files));
  return layoutProblems(texts.keys(), readGraph(texts));
}

describe("importsOf", () => {
  it.each([
    ['import a from "./a.ts";', ["./a.ts"]],
    ['import { a,\n  b } from "./a.ts";\nimport "./b.ts";', ["./a.ts", "./b.ts"]],
    ['export { a } from "./a.ts";', ["./a.ts"]],
    ['const a = await import("./a.ts");', ["./a.ts"]],
    [
      '---\nimport A from "./A.astro";\n---\n<script>import "./a.client.ts";</script>',
      ["./A.astro", "./a.client.ts"],
    ],
    ['import css from "./a.css?inline";', ["./a.css"]],
    ['// import a from "./a.ts";\n/* import "./b.ts"; */', []],
    ['const at = "https://a.test/";\nimport b from "./b.ts";', ["./b.ts"]],
  ])("of %j", (text, specifiers) => {
    expect(importsOf(text).map(({ specifier }) => specifier)).toEqual(specifiers);
  });

  it("knows lines and imports of types", () => {
    const text = 'import a from "./a.ts";\n\nimport type { B } from "./b.ts";\n';
    expect(importsOf(text)).toEqual([
      { specifier: "./a.ts", line: 1, typeOnly: false },
      { specifier: "./b.ts", line: 3, typeOnly: true },
    ]);
  });
});

/** A fault, the files that have it, and what must be reported. */
const FAULTS: [string, Record<string, string>, RegExp][] = [
  [
    "a lower folder that imports from a higher one",
    { "src/text/a.ts": '\nimport "../pages/b.ts";' },
    /^src\/text\/a\.ts:2 src\/text\/ imports from src\/pages\/, which is not below it\n/,
  ],
  [
    "a type from a higher folder",
    { "src/content/a.ts": 'import type { B } from "../code/b.ts";' },
    /^src\/content\/a\.ts:1 src\/content\/ imports from src\/code\//,
  ],
  [
    "a folder that imports from its neighbour",
    { "src/names/a.ts": 'import "../code/b.ts";' },
    /src\/names\/ imports from src\/code\//,
  ],
  [
    "an Astro file in the wrong order",
    { "src/mdx/A.astro": '---\nimport B from "../layouts/B.astro";\n---\n' },
    /^src\/mdx\/A\.astro:2 /,
  ],
  [
    "a folder that no layer has",
    { "src/pages/a.ts": 'import "../misc/b.ts";' },
    /src\/misc\/, a folder in no layer/,
  ],
  [
    "code that imports from tests",
    { "tools/a.ts": 'import "../tests/b.ts";' },
    /^tools\/a\.ts:1 imports tests\/b\.ts\n/,
  ],
  [
    "the site's code that imports from tools",
    { "src/build/a.ts": 'import "../../tools/b.ts";' },
    /^src\/build\/a\.ts:1 imports tools\/b\.ts\n/,
  ],
  [
    "a module of Node in a script for the browser",
    { "src/code/a.client.ts": 'import "node:fs";' },
    /^src\/code\/a\.client\.ts:1 imports node:fs, yet it also runs in browsers\n/,
  ],
  [
    "a package for Node in a shared folder",
    { "src/validate/a.ts": 'import { parseHTML } from "linkedom";' },
    /^src\/validate\/a\.ts:1 imports linkedom/,
  ],
  [
    "a module of Node in a file that a browser's script imports",
    { "src/code/a.client.ts": 'import "./b.ts";', "src/code/b.ts": 'import "node:fs";' },
    /^src\/code\/b\.ts:1 imports node:fs/,
  ],
  [
    "a cycle",
    { "src/code/a.ts": 'import "./b.ts";', "src/code/b.ts": 'import "./a.ts";' },
    /cycle: src\/code\/a\.ts → src\/code\/b\.ts → src\/code\/a\.ts/,
  ],
  [
    "a cycle of folders whose files are in none",
    {
      "src/search/build/a.ts": 'import "../match/b.ts";',
      "src/search/match/c.ts": 'import "../build/d.ts";',
    },
    /cycle: src\/search\/build → src\/search\/match → src\/search\/build/,
  ],
];

describe("layoutProblems", () => {
  it.each(FAULTS)("finds %s", (_what, files, message) => {
    const found = problems(files);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
    expect(found[0]).toMatch(/\n {2}Hint: .+\.$/);
  });

  it.each<[string, Record<string, string>]>([
    [
      "a higher folder that imports from a lower one",
      { "src/pages/a.ts": 'import "../text/b.ts";' },
    ],
    ["its own folder", { "src/text/a.ts": 'import "./b.ts";' }],
    ["a module of Node during the build", { "src/content/a.ts": 'import "node:fs";' }],
    ["a type from a package", { "src/text/a.ts": 'import type { A } from "shiki";' }],
    ["a package for browsers", { "src/validate/a.ts": 'import { parse } from "yaml";' }],
    ["data from tools", { "src/proof/a.ts": 'import a from "../../tools/a.json";' }],
    [
      "a folder and its part that import from each other",
      {
        "src/validate/a.ts": 'import "./rules/b.ts";',
        "src/validate/rules/c.ts": 'import "../d.ts";',
      },
    ],
    [
      "types in a cycle",
      { "src/code/a.ts": 'import "./b.ts";', "src/code/b.ts": 'import type { A } from "./a.ts";' },
    ],
  ])("accepts %s", (_what, files) => {
    expect(problems(files)).toEqual([]);
  });
});

it("the graph of the folders lists what each imports from", () => {
  const files = new Map([["src/pages/a.ts", 'import "../text/b.ts";\nimport "../code/c.ts";']]);
  expect(folderGraph(readGraph(files))).toContain("pages      → text, code");
});
