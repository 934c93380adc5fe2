import { describe, expect, it } from "vitest";
import { hasBreaks, oneLine, typedAround } from "../../src/names/one-line.ts";
import { refusal } from "../../src/names/refusal.ts";
import { withValue } from "../../src/names/values.ts";

describe("what is typed or pasted", () => {
  it.each([
    ["pod-1\n", "pod-1", true],
    ["\tpod-1\r\n", "pod-1", true],
    ["one\r\ntwo", "one two", true],
    ["one\n\n  two", "one two", true],
    ["one\u00a0two", "one two", true],
    ["one\u2028two", "one two", true],
    [" one  two ", "one two", false],
    ["pod-1", "pod-1", false],
    ["", "", false],
  ])("%j becomes %j", (text, expected, broken) => {
    expect(oneLine(text)).toBe(expected);
    expect(hasBreaks(text)).toBe(broken);
  });
});

describe("what is typed into a placeholder", () => {
  it.each([
    ["<pod-name>", ""],
    ["ab/<pod-name>", "ab/"],
    ["<podab/-name>", "ab/"],
    ["<pod-name>ab/", "ab/"],
    ["<ppod-name>", "p"],
    ["ab/", "ab/"],
    ["", ""],
  ])("%j is %j", (text, expected) => {
    expect(typedAround(text, "<pod-name>")).toBe(expected);
  });
});

describe("a refusal", () => {
  it("says what was refused, why, and what stays", () => {
    expect(refusal("a b", "It contains a space.", "api")).toBe(
      "“a b” was not accepted. It contains a space. The value is still “api”.",
    );
    expect(refusal("a b", "It contains a space.", "")).toMatch(/The field is still empty\.$/);
  });

  it("repeats the start of a long value", () => {
    const long = "x".repeat(300);
    expect(refusal(long, "It is longer than 253 characters.", "")).toContain("“xxx");
    expect(refusal(long, "", "")).toContain(`${"x".repeat(60)}…”`);
    expect(refusal(long, "", "").length).toBeLessThan(140);
  });
});

describe("one value among others", () => {
  it("is set, changed and taken out, and the others stay", () => {
    const values = { image: "a", "pod-name": "b" };
    expect(withValue(values, "pod-name", "c")).toEqual({ image: "a", "pod-name": "c" });
    expect(withValue(values, "service", "d")).toEqual({ ...values, service: "d" });
    expect(withValue(values, "pod-name", "")).toEqual({ image: "a" });
    expect(values).toEqual({ image: "a", "pod-name": "b" });
  });
});
