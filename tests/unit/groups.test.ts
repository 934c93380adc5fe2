import { expect, it } from "vitest";
import { groupHits } from "../../src/search/match/groups.ts";
import type { Kind } from "../../src/search/match/place.ts";

const hit = (kind: Kind, title: string, group = "Guide") => ({ title, place: { kind, group } });

const shape = (hits: ReturnType<typeof hit>[], limit: number) =>
  groupHits(hits, limit).map(({ label, hits: found }) => [label, ...found.map((h) => h.title)]);

it("puts the best three first, whatever they are, then groups in the order of their best", () => {
  const hits = [
    hit("command", "a", "Commands"),
    hit("page", "b"),
    hit("command", "c", "Commands"),
    hit("section", "d"),
    hit("error", "e", "Troubleshooting"),
    hit("section", "f"),
    hit("manifest", "g", "Manifests"),
  ];
  expect(shape(hits, 9)).toEqual([
    ["Best", "a", "b", "c"],
    ["Guide", "d", "f"],
    ["Troubleshooting", "e"],
    ["Manifests", "g"],
  ]);
});

it("has one list for hits of one group", () => {
  expect(shape([hit("page", "a"), hit("section", "b")], 9)).toEqual([["Guide", "a", "b"]]);
});

it("shows the best of each group only", () => {
  const more = ["a", "b", "c", "d", "e", "f"].map((title) => hit("page", title));
  expect(shape([hit("command", "x", "Commands"), ...more], 2)).toEqual([
    ["Best", "x", "a", "b"],
    ["Guide", "c", "d"],
  ]);
});

it("shows two terms of a group at most", () => {
  const terms = ["a", "b", "c"].map((title) => hit("term", title, "Glossary"));
  expect(shape(terms, 9)).toEqual([["Glossary", "a", "b"]]);
  expect(shape(terms, 1)).toEqual([["Glossary", "a"]]);
});

it("has no groups without hits", () => {
  expect(groupHits([], 5)).toEqual([]);
});
