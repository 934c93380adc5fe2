import { pathToFileURL } from "node:url";
import { evaluate } from "satteri";
import { describe, expect, it } from "vitest";
import {
  checkHeadings,
  checkMessages,
  checkOrder,
  checkSections,
  checkTermPage,
} from "../../src/content/checks.ts";
import { cutPart, findLines } from "../../src/content/manifest-part.ts";
import { getManifest, manifests } from "../../src/content/manifests.ts";
import { parsePage } from "../../src/content/pages.ts";
import { termSchema } from "../../src/content/schemas.ts";
import { termHref } from "../../src/content/terms.ts";
import { getTranscript } from "../../src/content/transcripts.ts";
import { parseYaml } from "../../src/content/yaml.ts";
import { getDiagram } from "../../src/diagrams/diagram.ts";
import { codeBlocks } from "../../src/mdx/blocks.plugin.ts";
import { FRONT_MATTER } from "../unit/support/front-matter.ts";
import { reportOf } from "../unit/support/report.ts";

/** A mistake in the front matter of a page: what is replaced by what, the line and the message. */
const MISTAKES: [string, string, string, number, RegExp][] = [
  ["an unknown field", "order: 1", "order: 1\ntitel: B", 6, /Unrecognized key: "titel"/],
  ["no title", "title: A page\n", "", 2, /title: .*expected string/],
  ["a wrong type", "order: 1", "order: one", 5, /order: .*expected number/],
  ["a list that is none", "\n  - page", " page", 9, /aliases: .*expected array/],
  ["a tab", "  - page", "\t- page", 10, /is not valid YAML: Tabs/],
  [
    "a key twice",
    "order: 1",
    "order: 1\norder: 2",
    6,
    /is not valid YAML: Map keys must be unique/,
  ],
];

describe("front matter with", () => {
  it.each(MISTAKES)("%s is refused", (_what, from, to, line, message) => {
    const source = FRONT_MATTER.replace(from, to);
    expect(source).not.toBe(FRONT_MATTER);
    const report = reportOf(() => parsePage("content/guide/page.mdx", source));
    expect(report).toMatch(new RegExp(`^content/guide/page\\.mdx:${line} `));
    expect(report).toMatch(message);
    expect(report).toMatch(/\n {2}Hint: .+\.$/);
  });
});

/** Compiles a page as the build does; what is written starts on line 5. */
function compile(body: string, file = "content/guide/page.mdx"): unknown {
  const fileURL = pathToFileURL(`${process.cwd()}/${file}`);
  const jsx = () => null;
  const options = { mdastPlugins: [codeBlocks], fileURL, Fragment: "", jsx, jsxs: jsx };
  return evaluate(`---\ntitle: A\n---\n\n${body}\n`, options);
}

/** A mistake with a component: what is written, the line and the message with its hint. */
const COMPONENTS: [string, string, number, RegExp][] = [
  ["an unknown component", "A\n\n<Box>\n\nB\n\n</Box>", 7, /component <Box>.*Hint: .*Manifest/s],
  ["a raw placeholder", "Name <pod-name /> it.", 5, /component <pod-name>.*Hint: .*backticks/s],
  ["a component of the build", "<Commands commands={[]} />", 5, /component <Commands>/],
  ["a fragment", "<>\n\nA\n\n</>", 5, /component <>/],
  ["a missing attribute", "<Manifest />", 5, /<Manifest> without "file".*Hint: .*file="…"/s],
  ["an empty attribute", '<Aside kind="note" title=" ">\n\nA\n\n</Aside>', 5, /without "title"/],
  ["an attribute without a value", "A <Term id>word</Term>.", 5, /<Term> without "id"/],
  [
    "an unknown attribute",
    '<Manifest file="pod.yaml" marks="spec" />',
    5,
    /unknown attribute "marks".*Hint: it takes file, part, mark/s,
  ],
  [
    "an attribute where there are none",
    "<Steps>\n\n1. A\n\n</Steps>\n\n<Steps a='b' />",
    11,
    /no attr/,
  ],
  ["code in an attribute", '<Figure file={"a.svg"} caption="A" />', 5, /braces.*Hint: .*="…"/s],
  ["code for attributes", "<Term {...a}>word</Term>", 5, /braces/],
  ["an unknown name in a command", "```sh\nls\nls <nope>\n```", 7, /<nope>.*Hint: .*names\.json/s],
];

describe("a page with", () => {
  it.each(COMPONENTS)("%s is refused", (_what, body, line, message) => {
    const report = reportOf(() => compile(body));
    expect(report).toMatch(new RegExp(`^content/guide/page\\.mdx:${line} `));
    expect(report).toMatch(message);
    expect(report).toMatch(/\n {2}Hint: .+\.$/);
  });

  it("a component of another kind of page is refused", () => {
    const start = '<Choice says="a" page="#b">\n\nA\n\n</Choice>';
    compile(start, "content/troubleshooting/index.mdx");
    expect(reportOf(() => compile(start))).toMatch(
      /^content\/guide\/page\.mdx:5 the unknown component <Choice>/,
    );
  });

  it("correct components pass", () => {
    compile(
      'A <Term id="pod">Pod</Term>.\n\n<Manifest file="pod.yaml" mark="spec" />\n\n<Unproven />',
    );
  });
});

const FROM = "content/guide/page.mdx:7";
const pod = manifests.get("pod.yaml") ?? "";
const asked = { file: "pod.yaml", from: FROM };
const entry = (id: string, order: number, ...errors: { message: string; at: string }[]) => ({
  id,
  data: { order, errors },
});
const killed = { message: "OOMKilled", at: "find-the-cause" };
const headings = [
  { depth: 2, slug: "a" },
  { depth: 2, slug: "b" },
  { depth: 3, slug: "c" },
];

/** What a page or a term names, which is not there: what looks for it, its place and the message. */
const ABSENT: [string, () => unknown, RegExp][] = [
  ["a term", () => termHref("nope", FROM), /^page\.mdx:7 the unknown term "nope".*Hint: .*pod/s],
  ["a term outside the folder", () => termHref("../pod", FROM), /unknown term "\.\.\/pod"/],
  ["a manifest", () => getManifest("no.yaml", FROM), /:7 no manifest "no\.yaml".*Hint: .*pod\./s],
  ["a field", () => findLines(pod, "spec.no", asked), /:7 no field "spec\.no" in pod\.yaml.*spec/s],
  ["a field after a comma", () => findLines(pod, "", asked), /:7 no field "".*comma/s],
  ["a part", () => cutPart(pod, "kind[0]", asked), /:7 no field "kind\[0\]" in pod\.yaml/],
  ["a diagram", () => getDiagram("no.svg", FROM), /:7 no diagram "no\.svg".*Hint: .*owners\.svg/s],
  ["a recording", () => getTranscript("no", ["ls"], FROM), /:7 no recording .*no\.txt.*Hint: /s],
  [
    "a section",
    () => {
      checkSections(["guide/a", "gude/b"], ["guide"]);
    },
    /gude\/b.*:1 a page in no section.*Hint: .*guide/s,
  ],
  [
    "a number of its own",
    () => {
      checkOrder([entry("guide/a", 1), entry("guide/b", 2), entry("guide/c", 2)]);
    },
    /^c\.mdx:1 the order 2, which content\/guide\/b\.mdx has too/,
  ],
  [
    "a message of its own",
    () => {
      checkMessages([entry("guide/a", 1, killed), entry("troubleshooting/oomkilled", 2, killed)]);
    },
    /^oomkilled\.mdx:\d\d? the message "OOMKilled", which content\/guide\/a\.mdx has too/,
  ],
  [
    "the heading of a message",
    () => {
      checkHeadings("troubleshooting/oomkilled.mdx", { errors: [killed], sections: {} }, headings);
    },
    /^oomkilled\.mdx:\d\d? "OOMKilled" at "find-the-cause", no heading.*Hint: .*a, b, c/s,
  ],
  [
    "the section of other words",
    () => {
      const sections = { c: ["memory"] };
      checkHeadings("troubleshooting/oomkilled.mdx", { errors: [], sections }, headings);
    },
    /^oomkilled\.mdx:\d\d? other words for the section "c", no heading of level 2.*Hint: .*a, b\.$/s,
  ],
  [
    "the page of a term",
    () => {
      checkTermPage({ id: "pod", page: "guide/nope" }, ["guide/pods"]);
    },
    /^pod\.md:[2-9] no page "guide\/nope".*Hint: .*guide\/pods/s,
  ],
  [
    "a field of a term",
    () => parseYaml("term: Pod\nalias: b\n", termSchema, "content/glossary/a.md", 1),
    /^a\.md:3 .*"alias".*Hint: /s,
  ],
];

describe("what is not there is refused:", () => {
  it.each(ABSENT)("%s", (_what, look, message) => {
    const report = reportOf(look);
    expect(report).toMatch(/^content\/\S+:\d+ /);
    expect(report).toMatch(/\n {2}Hint: .+\.$/);
    const short = report.replace(/^content\/(?:guide|troubleshooting|glossary)\//, "");
    expect(short).toMatch(message);
  });
});
