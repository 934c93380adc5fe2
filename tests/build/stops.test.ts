import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCorpus } from "../../tools/bench/corpus.ts";
import { readContent, writeSite } from "../../tools/bench/projects.ts";

/** A mistake in a real page, one for each way of the build, and what the build prints. */
const BUILDS: [string, (page: string) => string, RegExp[]][] = [
  [
    "the front matter",
    (page) => page.replace("\norder: ", "\ntitel: B\norder: "),
    [/guide\/page\.mdx:\d+ .*Unrecognized key: "titel"/, /Hint:\s+src\/content\/sch/],
  ],
  [
    "the syntax of MDX",
    (page) => `${page}\nA <pod-name> here.\n`,
    [/content\/guide\/page\.mdx/, /pod-name/],
  ],
  [
    "a plugin",
    (page) => `${page}\n<Box />\n`,
    [/content\/guide\/page\.mdx:\d+ the unknown component <Box>/, /Hint:\s+put a placeholder/],
  ],
  [
    "a component",
    (page) => `${page}\nA <Term id="nope">word</Term>.\n`,
    [/content\/guide\/page\.mdx:\d+ the unknown term "nope"/, /Hint:\s+content\/glossary\/ has/],
  ],
  [
    "the relation between pages",
    (page) => page.replace("\naliases:", "\nerrors:\n  - message: A word\n    at: nope\naliases:"),
    [/content\/guide\/page\.mdx:\d+ "A word" at "nope", no heading/, /Hint:\s+its headings are/],
  ],
];

describe("a real build stops for a mistake in", () => {
  const root = mkdtempSync(join(tmpdir(), "refusals-"));
  const corpus = makeCorpus(readContent(), 10);
  const name = [...corpus.keys()].find((path) => path.startsWith("guide/")) ?? "";
  const page = join(root, "content", name);
  let before = "";

  const run = (program: string, ...args: string[]) =>
    new Promise<{ status: number | null; output: string }>((resolve, reject) => {
      const child = spawn(program, args, {
        cwd: root,
        env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
      });
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => (output += text));
      }
      child.on("error", reject).on("close", (status) => {
        const plain = stripVTControlCharacters(output);
        resolve({ status, output: plain.replaceAll(name, "guide/page.mdx") });
      });
    });

  beforeAll(async () => {
    writeSite(root, corpus);
    before = readFileSync(page, "utf8");
    const { status, output } = await run(process.execPath, "scripts/schema.ts");
    expect(status, output).toBe(0);
  }, 60_000);
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it.each(BUILDS)("%s", { timeout: 60_000 }, async (_what, plant, messages) => {
    const planted = plant(before);
    expect(planted).not.toBe(before);
    writeFileSync(page, planted);
    const { status, output } = await run(join(root, "node_modules/.bin/astro"), "build");
    expect(status, output).toBe(1);
    for (const message of messages) expect(output).toMatch(message);
  });
});
