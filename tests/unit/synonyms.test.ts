import { expect, it } from "vitest";
import synonyms from "../../content/synonyms.json" with { type: "json" };
import { siteWordsFor } from "../../src/search/match/synonyms.ts";

it("gives the site's words for a reader's word, in any form", () => {
  expect(siteWordsFor("bounce")).toEqual(new Set(["restart"]));
  expect(siteWordsFor("deploy").has("deployment")).toBe(true);
  expect(siteWordsFor("restart").size).toBe(0);
});

it("lists each word of a reader once for a word of the site, and none for itself", () => {
  for (const [word, others] of Object.entries(synonyms)) {
    expect(new Set(others).size, word).toBe(others.length);
    expect(others, word).not.toContain(word);
  }
});
