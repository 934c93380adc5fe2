import { pathToFileURL } from "node:url";
import { evaluate } from "satteri";
import { describe, expect, it } from "vitest";
import type { ShownCommand } from "../../src/code/shown-command.ts";
import { codeBlocks } from "../../src/mdx/blocks.plugin.ts";
import { COMPONENTS } from "../../src/mdx/registry.ts";
import { reportOf } from "./support/report.ts";

type Props = Record<string, unknown>;
interface Use {
  name: string;
  props: Props;
}

const FENCE = "```";
/** Front matter, blank line, paragraph, blank line: what is tested starts on line 7. */
const HEAD = "---\ntitle: A\n---\n\nText.\n\n";
const START = 7;
const NAMES = Object.keys(COMPONENTS);
const components = Object.fromEntries(NAMES.map((name) => [name, name]));

const fence = (info: string, ...lines: string[]) => [FENCE + info, ...lines, FENCE, ""].join("\n");

/** Compiles a page with the plugin, runs it, and gives the components it uses in order. */
function usesIn(body: string): Use[] {
  const uses: Use[] = [];
  const jsx = (type: unknown, props: unknown) => {
    const name = String(type);
    if (NAMES.includes(name)) uses.push({ name, props: props as Props });
    return null;
  };
  const fileURL = pathToFileURL(`${process.cwd()}/content/guide/page.mdx`);
  const mdastPlugins = [codeBlocks];
  const page = evaluate(HEAD + body, { mdastPlugins, fileURL, Fragment: "", jsx, jsxs: jsx });
  (page as { default: (props: Props) => unknown }).default({ components });
  return uses;
}

const commandsIn = (body: string) =>
  usesIn(body).flatMap(({ props }) => (props["commands"] ?? []) as ShownCommand[]);

describe("fences become components", () => {
  it("a sh fence becomes Commands", () => {
    const lines = ["kubectl get pods  # Note", "kubectl delete pod <pod-name>"];
    const [use] = usesIn(fence('sh title="Look" output="rec"', ...lines));
    expect(use).toEqual({
      name: "Commands",
      props: {
        title: "Look",
        output: "rec",
        from: `content/guide/page.mdx:${START}`,
        commands: [
          { text: "kubectl get pods", effect: "reads", id: "cmd-kubectl-get-pods", note: "Note" },
          {
            text: "kubectl delete pod <pod-name>",
            effect: "deletes",
            id: expect.stringMatching(/^cmd-kubectl-delete-pod-+pod-name$/) as string,
          },
        ],
      },
    });
  });

  it("another fence becomes a FileSample", () => {
    const [use] = usesIn(fence('python title="a.py"', "x = '{1}'", "", "\ty = 2"));
    expect(use?.name).toBe("FileSample");
    expect(use?.props).toMatchObject({
      source: "x = '{1}'\n\n\ty = 2",
      lang: "python",
      title: "a.py",
    });
  });

  it("keeps every character of a command", () => {
    const lines = [
      `kubectl get pods -o jsonpath='{.items[0]}#'`,
      `echo "\\$x \${y}" '\`</code>\` \\u0041 é 🚢'\t<pod-name>`,
    ];
    expect(commandsIn(fence("sh", ...lines)).map(({ text }) => text)).toEqual(lines);
  });

  it("gives each command of a page an id of its own, without spaces", () => {
    const ids = commandsIn(
      fence("sh", "kubectl get pods", "kubectl get pods", "ls '\t'", "echo '#' \"?\"") +
        fence("sh", "kubectl get pods", "kubectl get pods \\", "  -o wide", "echo 'a\nb'"),
    ).map(({ id }) => id);
    expect(ids).toHaveLength(7);
    expect(new Set(ids).size).toBe(7);
    for (const id of ids) expect(id).toMatch(/^cmd-[^\s"'<>]+$/);
  });

  it("counts its ids from the start again on the next page", () => {
    const [first, second] = [0, 1].map(() => commandsIn(fence("sh", "kubectl get pods")));
    expect(second).toEqual(first);
  });

  it("adds its location to each component whose errors name it, and to no other", () => {
    const uses = usesIn(
      '<Manifest file="a.yaml" />\n\n<Aside kind="trap" title="A">\n\nText\n\n</Aside>\n\n' +
        '<Steps>\n\n1. a <Term id="pod">b</Term>\n\n</Steps>\n',
    );
    expect(uses.map(({ name, props }) => [name, props["from"]])).toEqual([
      ["Manifest", `content/guide/page.mdx:${START}`],
      ["Aside", `content/guide/page.mdx:${START + 2}`],
      ["Term", `content/guide/page.mdx:${START + 10}`],
      ["Steps", undefined],
    ]);
  });
});

/** A writer's mistake: what it is, the page's text, lines below START, what the message says. */
const MISTAKES: [string, string, number, RegExp][] = [
  ["a yaml fence", fence("yaml", "a: 1"), 0, /a yaml fence\n {2}Hint: .*content\/manifests/],
  ["a yml fence", fence("yml", "a: 1"), 0, /a yml fence/],
  ["a console fence", fence("console", "$ ls"), 0, /a console fence\n {2}Hint: .*sh fence/],
  ["a bash fence", fence("bash", "ls"), 0, /a bash fence\n {2}Hint: use sh/],
  ["an output fence", fence("output", "x"), 0, /an? output fence\n {2}Hint: .*transcripts/],
  ["a fence without a language", fence("", "ls"), 0, /without a language/],
  ["a fence without a title", fence("python", "x"), 0, /python fence without a title/],
  ["an empty title", fence('python title=""', "x"), 0, /python fence without a title/],
  ["a comment line", fence("sh", "ls", "# List"), 2, /comment on a line of its own/],
  ["an unclosed quote", fence("sh", "ls", "", "echo 'a", "ls"), 3, /quote.* never ends/],
  ["an unknown verb", fence("sh", "ls", "kubectl gett pods"), 2, /"kubectl gett pods"/],
  [
    "an unknown verb in a list",
    `- a\n\n  ${fence("sh", "  kubectl gett a").replaceAll("\n", "\n  ")}`,
    3,
    /gett/,
  ],
  ["an empty fence", fence("sh"), 1, /empty block/],
  ["unknown meta", fence('sh mark="1"', "ls"), 0, /unknown "mark"/],
  ["bare meta", fence("sh linenos", "ls"), 0, /"linenos"/],
  ["meta of another block", fence('python title="a" output="b"', "x"), 0, /unknown "output"/],
  ["an unknown language", fence('cobol title="a.cbl"', "x"), 0, /cobol/],
];

describe("a writer's mistake", () => {
  it.each(MISTAKES)("%s is refused with place, what and hint", (_what, body, below, message) => {
    const report = reportOf(() => usesIn(body));
    expect(report).toMatch(new RegExp(`^content/guide/page\\.mdx:${START + below} `));
    expect(report).toMatch(message);
    expect(report).toMatch(/\n {2}Hint: .+\.$/);
  });
});
