import { expect, it } from "vitest";
import { maxEdits } from "../../src/search/match/vocabulary.ts";
import { editDistance } from "../../src/text/edit-distance.ts";

it("counts inserted, deleted, replaced and swapped letters as one edit each", () => {
  for (const [typed, distance] of [
    ["deployment", 0],
    ["deploymnt", 1],
    ["deploymeent", 1],
    ["deplozment", 1],
    ["deploymnet", 1],
    ["depolymnet", 2],
    ["deplyomnt", 2],
  ] as const) {
    expect(editDistance(typed, "deployment", 3), typed).toBe(distance);
    expect(editDistance("deployment", typed, 3), typed).toBe(distance);
  }
});

it("stops counting beyond the limit", () => {
  expect(editDistance("pod", "deployment", 2)).toBe(3);
  expect(editDistance("abcdef", "uvwxyz", 2)).toBe(3);
  expect(editDistance("", "ab", 2)).toBe(2);
});

it("allows more edits in longer words, none in the shortest", () => {
  expect([3, 4, 8, 12].map(maxEdits)).toEqual([0, 1, 2, 3]);
});
