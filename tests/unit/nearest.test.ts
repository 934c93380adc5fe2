import { expect, it } from "vitest";
import { allowedSlips, slipsBetween } from "../../src/search/nearest.ts";

it("counts letters too many, too few, wrong and swapped as one slip each", () => {
  for (const [typed, slips] of [
    ["deployment", 0],
    ["deploymnt", 1],
    ["deploymeent", 1],
    ["deplozment", 1],
    ["deploymnet", 1],
    ["depolymnet", 2],
    ["deplyomnt", 2],
  ] as const) {
    expect(slipsBetween(typed, "deployment", 3), typed).toBe(slips);
    expect(slipsBetween("deployment", typed, 3), typed).toBe(slips);
  }
});

it("stops counting beyond the limit", () => {
  expect(slipsBetween("pod", "deployment", 2)).toBe(3);
  expect(slipsBetween("abcdef", "uvwxyz", 2)).toBe(3);
  expect(slipsBetween("", "ab", 2)).toBe(2);
});

it("allows more slips in longer words, none in the shortest", () => {
  expect([3, 4, 6, 10].map(allowedSlips)).toEqual([0, 1, 2, 3]);
});
