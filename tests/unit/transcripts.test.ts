import { describe, expect, it } from "vitest";
import { record } from "../../tools/recorder/record.ts";
import { difference, verdict } from "../../tools/recorder/transcripts.ts";
import { matchTranscript, parseTranscript } from "../../src/content/transcripts.ts";
import { reportOf } from "./support/report.ts";

describe("parseTranscript", () => {
  it.each([
    ["$ a\n", [{ command: "a", output: "" }]],
    [
      "$ a\nb\nc\n$ d\n",
      [
        { command: "a", output: "b\nc" },
        { command: "d", output: "" },
      ],
    ],
    ["$ a\n$b\n", [{ command: "a", output: "$b" }]],
    ["$ a\nb\n\nc\n", [{ command: "a", output: "b\n\nc" }]],
    ["$ a\n  b\n", [{ command: "a", output: "  b" }]],
    ["$ a  b\nx\n", [{ command: "a  b", output: "x" }]],
    ["", []],
  ])("reads %j", (text, runs) => {
    expect(parseTranscript(text)).toEqual(runs);
  });

  it("keeps blank lines at the start of an output", () => {
    expect(parseTranscript("$ a\n\n\nb\n")).toEqual([{ command: "a", output: "\n\nb" }]);
  });
});

describe("matchTranscript", () => {
  it("gives the runs when the commands are those recorded", () => {
    expect(matchTranscript("$ a\nb\n$ c\n", ["a", "c"], "name", "p.mdx:3")).toHaveLength(2);
  });

  it.each([
    [
      "no recording",
      undefined,
      ["a"],
      /^p\.mdx:3 no recording content\/transcripts\/name\.txt\n {2}Hint: /,
    ],
    ["another command", "$ a\n", ["b"], /^p\.mdx:3 other commands .*name\.txt\n {2}Hint: /],
    ["another order", "$ a\n$ b\n", ["b", "a"], /other commands/],
    ["one too few", "$ a\n$ b\n", ["a"], /other commands/],
  ])("refuses %s", (_what, text, commands, message) => {
    expect(reportOf(() => matchTranscript(text, commands, "name", "p.mdx:3"))).toMatch(message);
  });
});

describe("record", () => {
  const outputs: Record<string, string> = { a: "new\n", b: "", c: "no newline" };
  const run = (command: string) => outputs[command] ?? "";

  it("keeps the commands and replaces what they printed", () => {
    expect(record("$ a\nold\nolder\n$ b\nold\n$ c\n", run)).toBe(
      "$ a\nnew\n$ b\n$ c\nno newline\n",
    );
  });

  it("is at rest once recorded", () => {
    const once = record("$ a\n$ b\n$ c\n", run);
    expect(record(once, run)).toBe(once);
  });

  it("refuses a text without a command, and output that looks like one", () => {
    expect(() => record("a\n", run)).toThrow(/no command/);
    expect(() => record("$ a\n", () => "x\n$ y\n")).toThrow(/`a` prints a line/);
  });
});

it("reports a difference by the lines that differ", () => {
  expect(difference("a\nb\nc\n", "a\nx\ny\nc\n")).toEqual(["-b", "+x", "+y"]);
  expect(difference("a\n", "a\nb\n")).toEqual(["+b"]);
  expect(difference("a\na\n", "a\n")).toEqual(["-a"]);
  expect(difference("a\n", "a\n")).toEqual([]);
});

describe("the verdict on recordings", () => {
  const skipped = { name: "a.txt", before: "$ a\n", skipped: "no kubectl" };
  const same = { name: "b.txt", before: "$ b\n", text: "$ b\n" };
  const other = { name: "c.txt", before: "$ c\nold\n", text: "$ c\nnew\n" };
  const failed = { name: "d.txt", before: "", error: "no command" };

  it("is silent about what is up to date, and says what was skipped", () => {
    expect(verdict([same], true)).toEqual({ status: 0, stdout: [], stderr: [] });
    expect(verdict([skipped, same], true)).toEqual({
      status: 0,
      stdout: [],
      stderr: ["a.txt skipped: no kubectl"],
    });
  });

  it.each([
    [[skipped, other], "c.txt is out of date"],
    [[other, skipped], "c.txt is out of date"],
    [[skipped, failed, skipped], "d.txt: no command"],
  ])("fails whatever else was skipped", (outcomes, line) => {
    const { status, stderr } = verdict(outcomes, true);
    expect(status).toBe(1);
    expect(stderr).toContain(line);
    expect(stderr).toContain("a.txt skipped: no kubectl");
  });

  it("of a recording that is written is its name", () => {
    expect(verdict([same, other], false)).toEqual({
      status: 0,
      stdout: ["c.txt recorded"],
      stderr: [],
    });
  });
});
