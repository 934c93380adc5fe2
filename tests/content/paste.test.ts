import { describe, expect, it } from "vitest";
import { hereDocument } from "../../src/code/here-document.ts";
import { manifests as manifestTexts } from "../../src/content/manifests.ts";
import { readPages } from "../../src/content/pages.ts";
import { shellBlocks } from "../../src/content/shell-blocks.ts";
import { NAMES } from "../../src/names/declared.ts";
import { fill } from "../../src/names/fill.ts";
import { problemWith, type Rule } from "../../src/names/rules.ts";
import type { Values } from "../../src/names/values.ts";
import { commandWords } from "../../src/shell/commands.ts";
import { joinLines } from "../../src/shell/join-lines.ts";
import { complaint, missing, paste, shells, type Call } from "./paste.ts";

const blocks = readPages()
  .flatMap(shellBlocks)
  .map(({ commands }) => commands.map(({ text }) => text));
const commands = [...new Set(blocks.flat())];
/** What "Copy all" copies. */
const wholes = blocks.filter(({ length }) => length > 1).map((texts) => texts.join("\n"));
const manifests = Array.from(manifestTexts, ([file, text]) => ({ file, text }));

/** Right by the rules, and as much trouble to a shell as the rules allow. */
const NASTY: Record<Rule, string> = {
  label: "0-a",
  subdomain: "0.a-b.c",
  image: "localhost:5000/a__b/c:V1.2_3-x",
  text: `a b'c"d $(touch pwned) \`x\` $HOME ;&|<>(){}[]*?~#!x \\ =ls %1 é⚓`,
};
/** Values that stand for themselves in every shell, to be found again in what kubectl got. */
const plainFor = (name: string) => `qq${name.replaceAll("-", "")}qq`;
const valuesBy = (valueOf: (name: string, rule: Rule) => string): Values =>
  Object.fromEntries([...NAMES].map(([name, { rule }]) => [name, valueOf(name, rule)]));
const plain = valuesBy((name) => plainFor(name));
const nasty = valuesBy((_name, rule) => NASTY[rule]);

/** Commands of several lines with more in them than the site's have. */
const LINES = [
  "kubectl get pods\\\n  -o wide",
  "kubectl get po\\\nds",
  "kubectl patch \\\n\t'a  b' \\\n  \"c  'd'\"",
  "kubectl label a\\ \\\n  b",
  "kubectl label 'a \\' \\\n  b#c",
  'kubectl get \\\n  "a\\"b" \\\n  \\# \\\n  c',
];

/** Whether a text calls kubectl and nothing else, so that it can be run with a stand-in. */
const callsKubectlOnly = (text: string) =>
  !/\$\(|`|[<>]\(/.test(text) && commandWords(text).every(([program]) => program === "kubectl");

const runnable = [...commands, ...wholes].filter(callsKubectlOnly);

for (const name of missing) console.log(`Not pasted into ${name}: this machine has none.`);

it("there is something to paste, and a shell to paste it into", () => {
  expect(commands.length).toBeGreaterThan(200);
  expect(wholes.length).toBeGreaterThan(30);
  expect(runnable.length).toBeGreaterThan(300);
  expect(shells.map(({ name }) => name)).toContain("bash");
  for (const [name, { rule }] of NAMES)
    expect(problemWith(NASTY[rule], rule), name).toBeUndefined();
});

describe.each(shells)("pasted into $name", (shell) => {
  const filled = (values: Values) => runnable.map((text) => fill(text, values));
  const seen = paste(shell, filled(plain));

  it("every text is a whole command, filled in or not", { timeout: 120_000 }, () => {
    const texts = [...commands, ...wholes];
    const here = manifests.map(({ text }) => hereDocument(text, "kubectl apply -f -"));
    const all = new Set([...texts.map((text) => fill(text, nasty)), ...here]);
    const wrong = [...all].flatMap((text) => {
      const said = complaint(shell, text);
      return said === "" ? [] : [`${text}\n  ${said}`];
    });
    expect(wrong).toEqual([]);
  });

  it("kubectl gets the words of the command, and no note", () => {
    for (const [at, text] of runnable.entries()) {
      const wanted = commandWords(fill(text, plain)).map(([, ...args]) => args);
      const got = (seen[at] ?? []).map(({ args }) => args);
      const sorted = (calls: string[][]) => calls.map((args) => args.join("\0")).sort();
      expect.soft(sorted(got), text).toEqual(sorted(wanted));
      for (const word of got.flat()) expect.soft(word, text).not.toMatch(/^#/);
    }
  });

  it("what is filled in changes nothing but its own place", () => {
    const replaced = (word: string) =>
      [...NAMES].reduce(
        (text, [name, { rule }]) => text.replaceAll(plainFor(name), () => NASTY[rule]),
        word,
      );
    const wanted = seen.map((calls) =>
      calls.map((call): Call => ({
        args: call.args.map(replaced),
        ...(call.stdin === undefined ? {} : { stdin: replaced(call.stdin) }),
      })),
    );
    const got = paste(shell, filled(nasty));
    const key = ({ args }: Call) => args.join("\0");
    const sorted = (calls: Call[]) => [...calls].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    for (const [at, text] of runnable.entries()) {
      expect.soft(sorted(got[at] ?? []), text).toEqual(sorted(wanted[at] ?? []));
    }
  });

  it("a command copied as one line is the same command", () => {
    const several = [...runnable, ...LINES].flatMap((text) => {
      const line = joinLines(fill(text, plain));
      return line === undefined ? [] : [{ text: fill(text, plain), line }];
    });
    expect(several.length).toBeGreaterThan(LINES.length + 3);
    const before = paste(
      shell,
      several.map(({ text }) => text),
    );
    const after = paste(
      shell,
      several.map(({ line }) => line),
    );
    for (const [at, { text, line }] of several.entries()) {
      expect.soft(line, text).not.toContain("\n");
      expect.soft(before[at], text).not.toEqual([]);
      expect.soft(after[at], text).toEqual(before[at]);
    }
  });

  it("a manifest as a here-document arrives byte for byte", () => {
    const odd = [
      { file: "with its own EOF", text: "a: |\n  x\nEOF\nEOF_\n" },
      { file: "without a newline", text: "a: $HOME `x` \\n 'y' \"!z\"" },
    ];
    const all = [...manifests, ...odd];
    const calls = paste(
      shell,
      all.map(({ text }) => hereDocument(text, "kubectl apply -f -")),
    );
    for (const [at, { file, text }] of all.entries()) {
      const stdin = text.endsWith("\n") ? text : `${text}\n`;
      expect.soft(calls[at], file).toEqual([{ args: ["apply", "-f", "-"], stdin }]);
    }
  });
});
