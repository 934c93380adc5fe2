import { describe, expect, it } from "vitest";
import { missedBudgets } from "../../tools/bench/budgets.ts";
import { countFiles, makeCorpus } from "../../tools/bench/corpus.ts";
import type { Measured } from "../../tools/bench/measure.ts";
import { readContent } from "../../tools/bench/projects.ts";
import { toStarlight } from "../../tools/bench/starlight-pages.ts";

const content = readContent();
const today = countFiles(content).pages;

describe("the benchmark's pages", () => {
  it.each([10, today, 100, 1000])("are %i", (count) => {
    expect(countFiles(makeCorpus(content, count)).pages).toBe(count);
  });

  it("are the guide's own at its own size", () => {
    expect(makeCorpus(content, today)).toEqual(content);
  });

  it("have titles and manifests of their own, in proportion", () => {
    const corpus = makeCorpus(content, 1000);
    const titles = [...corpus].flatMap(([path, text]) =>
      path.endsWith(".mdx") ? (/^title: (.*)$/m.exec(text)?.[1] ?? "") : [],
    );
    expect(new Set(titles).size).toBe(titles.length);
    expect(countFiles(corpus).manifests).toBeGreaterThan(800);
    expect(corpus.get("guide/services-7.mdx")).toContain("service-services-1-7.yaml");
    expect(corpus.get("manifests/service-services-1-7.yaml")).toContain("app: api-server-7");
  });

  it("refer to nothing that a small site does not have", () => {
    const corpus = makeCorpus(content, 10);
    for (const [path, text] of corpus) {
      const named = Array.from(text.matchAll(/<Manifest file="([^"]+)"/g), ([, file]) => file);
      for (const file of named) expect.soft(corpus.has(`manifests/${file ?? ""}`), path).toBe(true);
      const page = path.startsWith("glossary/") ? /^page: (.+)$/m.exec(text)?.[1] : undefined;
      if (page) expect.soft(corpus.has(`${page}.mdx`), path).toBe(true);
    }
  });
});

it("gives Starlight the same text, code and marks", () => {
  const page = content.get("guide/services.mdx") ?? "";
  const markdown = toStarlight(page, content);
  expect(markdown).toContain('```yaml title="service.yaml" {7-8,9-11}\napiVersion: v1\n');
  expect(markdown).not.toMatch(/<[A-Z][a-z]+ /);
  expect(markdown.match(/```sh/g)).toHaveLength(page.match(/```sh/g)?.length ?? 0);
});

const searched = (first: number, whole: number): NonNullable<Measured["search"]> => ({
  first: { bytes: first, query: "pod" },
  whole: { bytes: whole, query: "pod" },
});

describe("the budgets", () => {
  const build = { seconds: 10, cpu: 10, megabytes: 10 };
  const sizes = { median: 1, max: 1, largest: "a", measured: 1 };
  const good: Measured = {
    pages: 1000,
    manifests: 900,
    site: { ...build, seconds: 6 },
    starlight: build,
    sizes: { site: sizes, starlight: sizes },
    lists: new Map([["/", 30_000]]),
    search: searched(150_000, 260_000),
  };

  it("are kept up to the last byte", () => {
    expect(missedBudgets(good)).toEqual([]);
  });

  it.each<[string, Partial<Measured>]>([
    ["build time", { site: { ...build, seconds: 6.1 } }],
    ["/ in bytes", { lists: new Map([["/", 30_001]]) }],
    ["first result", { search: searched(156_001, 1) }],
    ["whole search", { search: searched(1, 260_001) }],
    ["first result", { pages: 10, search: searched(150_000, 1) }],
  ])("say when %s is over", (what, change) => {
    expect(missedBudgets({ ...good, ...change }).join("\n")).toContain(what);
  });
});
