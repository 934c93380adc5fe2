import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { simpleCommands } from "../../src/shell/commands.ts";
import { tokenize } from "../../src/shell/lexer.ts";
import type { Piece } from "../../src/shell/syntax.ts";
import { TextGenerator } from "./support/shell-text.ts";

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const TEXTS = 150;

/** What takes the place of patterns, braces and `=name`, which the tokenizer leaves as they are. */
const SHELLS = [
  // Bash 5.2 itself loses its place in some texts that nest quotes and substitutions deeper.
  { name: "bash", deepest: 1, flags: ["--norc", "--noprofile"], plain: "set -f +B" },
  { name: "zsh", deepest: 2, flags: ["-f"], plain: "setopt noglob ignorebraces noequals" },
].filter(({ name }) => spawnSync(name, ["-c", ":"]).status === 0);

/**
 * Prints on descriptor 3 what it was called with, and nothing that a substitution would take. One
 * line a call, so that the commands of a pipeline do not write into each other's.
 */
const SHOW = `newline=$'\\n' mark=$'\\1' end=$'\\2'
show() {
  local record= word
  for word in "$@"; do record+="\${word//$newline/$mark}$end"; done
  printf 'SHOW%s\\n' "$record" >&3
}
PATH=/nonexistent`;

/** The calls of `show` that a shell makes for each text, sorted, since substitutions come first. */
function callsIn(shell: (typeof SHELLS)[number], texts: readonly string[]): string[][] {
  const script = texts.map((text) => `${text}\nwait\nprintf 'NEXT\\0' >&3\n`).join("");
  const { output, stderr } = spawnSync(shell.name, [...shell.flags], {
    input: `${SHOW}\n${shell.plain}\n${script}`,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["pipe", "ignore", "pipe", "pipe"],
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8" },
  });
  if (stderr) throw new Error(stderr);
  return (output[3] ?? "").split("NEXT\0").map((record) => {
    const calls = record.split("\n").filter((line) => line.startsWith("SHOW"));
    return calls.map((line) => line.slice(4).replaceAll("\x01", "\n")).sort();
  });
}

/** The value of a piece when every substitution prints nothing. */
function expanded(piece: Piece): string {
  if ("tokens" in piece) return "";
  return piece.kind === "double" ? piece.pieces.map(expanded).join("") : piece.value;
}

const callsOf = (text: string) =>
  simpleCommands(tokenize(text))
    .map(({ words }) => {
      const from = words.findIndex(({ value }) => value === "show");
      return from < 0 ? undefined : words.slice(from + 1);
    })
    .filter((words) => words !== undefined)
    .map((words) => words.map(({ pieces }) => pieces.map(expanded).join("") + "\x02").join(""))
    .sort();

const WRITTEN = [
  "show a b",
  "show 'a'\"b\"c\\ d",
  "show a#b '#' \\# # c",
  "show a;#b\nshow c",
  "show a\\\nb\\\n  c",
  'show "a\\\nb"',
  "show '' \"\" a''",
  'show "\\a\\"\\$\\\\" \\a',
  "show $'a\\'b' $'\\\\' x$'\\n'y",
  'show "$(show "a b" \'c\')" d',
  'show "x`show a`y"',
  'show "x`show x\\`show a\\` b`y"',
  "show x$(show a; show b)y",
  "show a 2>/dev/null b >&2 c",
  "show a2>/dev/null",
  "show a 2 >/dev/null",
  "show a<<<b c",
  "show a <<X b\nc\nX\nshow d",
  "show a <<-X <<'Y' b\n\tc\n\tX\nd\nY\nshow e",
  "show a <<X\nb\\\nX\nX\nshow d",
  "show a | show b |& show c",
  "show a&&show b;show c&",
  "((x = 1 << 2))\nshow a",
  "show $((1 << 2))x$(show y) <<X\nX\nshow b",
  "x=(a 'b c'); show d",
  "x=$(show a) show b",
  "show ${x:-$(show a)}b ${x:-'}'}c",
  "show a$(case x in (y) :;; x) show b;; esac)",
  "f() { show a; }; f",
  'show "${x:-"}"}"b',
  "show {a,b} a{1..3} *.ts [a] =ls",
  "if show a; then show b; else show c; fi",
  "for x in 1; do show a; done",
];

describe.each(SHELLS)("$name reads the same words", (shell) => {
  it("of text written by hand", () => {
    const seen = callsIn(shell, WRITTEN);
    for (const [at, text] of WRITTEN.entries()) {
      // Parameters are empty here, and arithmetic is not computed.
      if (/\$\{|\$\(\(|else/.test(text)) continue;
      expect.soft(callsOf(text), text).toEqual(seen[at]);
    }
  });

  it.each(SEEDS)("of random text, seed %i", (seed) => {
    const generator = new TextGenerator(seed, shell.deepest);
    const texts = Array.from({ length: TEXTS }, () => generator.next());
    const seen = callsIn(shell, texts);
    expect(seen.length).toBe(TEXTS + 1);
    for (const [at, text] of texts.entries()) {
      expect(callsOf(text), JSON.stringify(text)).toEqual(seen[at]);
    }
  });
});

it("there is a shell to compare with", () => {
  expect(SHELLS.map(({ name }) => name)).toContain("bash");
});
