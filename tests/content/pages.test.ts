import { describe, expect, it } from "vitest";
import { attribute, componentsOf } from "../../src/content/mdx-tree.ts";
import { parsePage, readPages, type Page } from "../../src/content/pages.ts";
import { readTerms } from "../../src/content/terms.ts";
import type { Site } from "./rule.ts";
import { sentencesOf } from "./prose-rules.ts";
import { RULES } from "./rules.ts";
import { FRONT_MATTER } from "../unit/support/front-matter.ts";

const pages = readPages();
const terms = readTerms();
const site: Site = {
  pages,
  terms: new Set(terms.keys()),
  names: new Map([...terms].map(([id, { term }]) => [id, term])),
  explains: new Map([...terms].map(([id, { page }]) => [id, page ?? ""])),
};

it("finds the pages and the terms", () => {
  expect(pages.length).toBeGreaterThan(40);
  expect(terms.size).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(RULES))("%s", (_name, rule) => {
  it.each(pages.map((page): [string, Page] => [page.file, page]))("%s", (_file, page) => {
    expect(rule(page, site).join("\n")).toBe("");
  });
});

it("sentences are short: how short is reported", () => {
  const all = pages.flatMap((page) =>
    sentencesOf(page).map((sentence) => ({ ...sentence, file: page.file })),
  );
  all.sort((a, b) => a.words - b.words);
  const at = (share: number) => all[Math.floor((all.length - 1) * share)]?.words ?? 0;
  const mean = all.reduce((sum, { words }) => sum + words, 0) / all.length;
  const longest = all.at(-1);
  console.log(
    `${all.length} sentences of ${pages.length} pages: ${mean.toFixed(1)} words on average, ` +
      `half up to ${at(0.5)}, 95 % up to ${at(0.95)}, the longest ${longest?.words ?? 0} ` +
      `(${longest?.file}:${longest?.line})`,
  );
  expect(all.length).toBeGreaterThan(2000);
  expect(mean).toBeLessThan(15);
  expect(at(0.95)).toBeLessThan(25);
});

describe("the glossary", () => {
  const used = new Set(
    pages
      .flatMap(({ tree }) => componentsOf(tree))
      .flatMap((node) => (node.name === "Term" ? attribute(node, "id") : [])),
  );

  it.each([...terms])("%s is used or explained at length", (id, term) => {
    const hint = `Hint: use it with <Term id="${id}">, name its page, or delete it.`;
    expect(used.has(id) || term.page !== undefined, `${term.file}:1 unused\n  ${hint}`).toBe(true);
    const text = `${term.file}:1 filler or dash\n  Hint: say it without.`;
    expect(term.text, text).not.toMatch(
      /\b(?:simply|just|easily|basically|note that)\b|[–—][a-z]/i,
    );
  });
});

/** A page with one mistake on line 14, and what the rule must say about it. */
const FAULTS: [keyof typeof RULES, string, RegExp][] = [
  ["flags keep their hyphens", "Use –previous here.", /–previous/],
  ["flags keep their hyphens", "Use —all here.", /—all/],
  ["no filler words", "You simply apply it.", /"simply"/],
  ["no filler words", "Not only that.", /"Not only"/],
  ["no exclamation marks", "Done!", /Done!/],
  ["no leftovers", "TODO write this.", /TODO/],
  ["no long sentences", `${"word ".repeat(46)}.`, /4[67] words/],
  ["no long sentences", `${"\\`a\\` word ".repeat(24).replaceAll("\\", "")}.`, /4[89] words/],
  [
    "no prose in a command's code span",
    "`kubectl describe pod <pod-name>— look at Events`",
    /prose/,
  ],
  ["no prose in a command's code span", "`kubectl logs <pod-name> for the log`", /prose/],
  ["no prose in a command's code span", "`kubectl look at it`", /prose/],
  ["code is typed with straight characters", "Use `–previous`.", /typographic/],
  ["code is typed with straight characters", "```sh\necho “a”\n```", /typographic/],
  ["links lead somewhere", "[a](/guide/nope/)", /no page/],
  ["links lead somewhere", "[a](/guide/pods/#nope)", /no heading/],
  ["links lead somewhere", "[a](/guide/pods)", /write \/guide\/pods\//],
  ["links lead somewhere", "[a](#nope)", /no heading/],
  ["links lead somewhere", "[a](/glossary/#nope)", /no page/],
  ["links lead somewhere", "[a](https://example.com/)", /outside/],
  ["headings keep their order, without h1", "# One", /level 1/],
  ["headings keep their order, without h1", "### Three", /level 3/],
  ["headings of a page differ", "## `One`\n\n## One", /heading "One", which line 14 has too/],
  ["file samples fit", `\`\`\`text title="a"\n${"x".repeat(73)}\n\`\`\``, /73 columns/],
  ["one paragraph is one line", "One\ntwo.", /wrapped by hand/],
  ["words are spelt as in a British dictionary", "It recieves it.", /unknown word "recieves"/],
  [
    "words are spelt as in a British dictionary",
    '<Aside kind="note" title="A colr">\n\nB\n\n</Aside>',
    /"colr"/,
  ],
  ["no filler words", '<Question ask="Is it just one?">\n\nYes.\n\n</Question>', /"just"/],
];

/** Mistakes in front matter or within a fence, which are reported with a line of their own. */
const OTHER_FAULTS: [keyof typeof RULES, Partial<Page["data"]>, string, RegExp][] = [
  ["front matter is in order", { aliases: ["Pod"] }, "", /page\.mdx:1 the alias "Pod"/],
  ["front matter is in order", { aliases: ["a", "a"] }, "", /"a" twice/],
  ["front matter is in order", { short: ["an `odd one"] }, "", /odd backtick/],
  ["no filler words", { description: "It just works." }, "", /page\.mdx:1 the filler "just"/],
  ["commands are in order", {}, "```sh\nls  # lower\n```", /page\.mdx:15 the note "lower"/],
  ["commands are in order", {}, `\`\`\`sh\nls  # ${"X".repeat(91)}\n\`\`\``, /a note of 91/],
  ["commands are in order", {}, "```sh\n$ ls\n```", /a prompt/],
];

/** Lines of findings that are below the first line of what is planted. */
const LATER: Record<string, number> = { "file samples fit": 15, "headings of a page differ": 16 };

describe("each rule can fail", () => {
  const plant = (body: string) => parsePage("content/guide/page.mdx", `${FRONT_MATTER}\n${body}\n`);

  it.each(FAULTS)("%s: %j", (name, body, message) => {
    const found = RULES[name]?.(plant(body), site) ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
    const line = LATER[name] ?? 14;
    expect(found[0]).toMatch(new RegExp(`^content/guide/page\\.mdx:${line} .+\\n {2}Hint: .+\\.$`));
  });

  it.each(OTHER_FAULTS)("%s: %j %j", (name, data, body, message) => {
    const page = plant(body);
    expect(RULES[name]?.({ ...page, data: { ...page.data, ...data } }, site).join()).toMatch(
      message,
    );
  });

  it("and none objects to a correct page", () => {
    const asked = Array.from(
      { length: 3 },
      (_, index) => `<Question ask="Which ${index}?">\n\nThis one.\n\n</Question>\n`,
    );
    const body = [
      "## Apply it\n\nRun this on it. See [Pods](/guide/pods/).\n",
      "```sh\nkubectl get pods\n```\n",
      "## Check yourself\n",
      ...asked,
    ];
    const page = plant(body.join("\n"));
    const other = { ...page, id: "guide/other", tree: plant("[It](/guide/page/).").tree };
    const known = { ...site, pages: [...site.pages, other] };
    expect(Object.values(RULES).flatMap((rule) => rule(page, known))).toEqual([]);
  });

  it("a page that is not MDX is reported with its file and line", () => {
    expect(() => plant("Name <pod-name> it.")).toThrow(/^content\/guide\/page\.mdx:14 /);
  });
});
