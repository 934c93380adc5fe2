import { describe, expect, it } from "vitest";
import { excerptOf } from "../../src/search/match/excerpt.ts";
import { textMatcher } from "../../src/search/match/text-matcher.ts";

const LONG = `${"Nothing of it stands here. ".repeat(12)}The kubelet restarts the container after a failed probe.${" And so on.".repeat(30)}`;

describe("excerptOf", () => {
  it("cuts out where most words stand, and marks them", () => {
    const pieces = excerptOf(LONG, ["restart", "probe"]);
    expect(pieces.filter((_, at) => at % 2 === 1)).toEqual(["restarts", "probe"]);
    const text = pieces.join("");
    expect(text).toContain("restarts the container after a failed probe");
    expect(text).toMatch(/^… /);
    expect(text).toMatch(/ …$/);
    expect(text.length).toBeLessThan(160);
  });

  it("is a text's beginning when nothing matches, and all of a short one", () => {
    expect(excerptOf("A short one.", ["zzz"])).toEqual(["A short one."]);
    expect(excerptOf(LONG, ["zzz"]).join("")).toMatch(/^Nothing of it/);
    expect(excerptOf("", ["pod"])).toEqual([""]);
  });

  it("takes marks of regular expressions as they are", () => {
    expect(excerptOf("costs a+b (x) here", ["a+b", "(x)"]).filter((_, at) => at % 2)).toContain(
      "a+b",
    );
    for (const word of [".*", "[", "\\", "(?:", "$^"]) {
      expect(excerptOf("plain text", [word]).join("")).toBe("plain text");
    }
  });
});

describe("textMatcher", () => {
  const found = (text: string, ...words: string[]) => text.match(textMatcher(words) ?? /$^/g) ?? [];

  it("finds words by their beginning, with other endings", () => {
    expect(found("A probe, two Probes, unprobed", "probes")).toEqual(["probe", "Probes"]);
    expect(found("restarted, restarts", "restarting")).toEqual(["restarted", "restarts"]);
  });

  it("has nothing to find without a word of two letters", () => {
    expect(textMatcher([])).toBeUndefined();
    expect(textMatcher(["a", "-"])).toBeUndefined();
  });
});
