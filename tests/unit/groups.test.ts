import { expect, it } from "vitest";
import type { Hit } from "../../src/search/engine.client.ts";
import { groupHits } from "../../src/search/groups.ts";
import type { Kind } from "../../src/search/records.ts";

const hit = (kind: Kind, title: string): Hit => ({
  kind,
  title,
  url: `/${title}/`,
  page: "",
  score: 1,
  aliases: "",
  excerpt: [],
});

const shape = (hits: Hit[], limit: number) =>
  groupHits(hits, limit).map(({ label, hits: found }) => [label, ...found.map((h) => h.title)]);

it("puts groups in the order of their best hit, and hits in theirs", () => {
  const hits = [
    hit("command", "a"),
    hit("page", "b"),
    hit("command", "c"),
    hit("section", "d"),
    hit("error", "e"),
    hit("term", "f"),
    hit("manifest", "g"),
  ];
  expect(shape(hits, 9)).toEqual([
    ["Commands", "a", "c"],
    ["Pages", "b", "d"],
    ["Statuses and messages", "e"],
    ["Glossary", "f"],
    ["Manifests", "g"],
  ]);
});

it("shows the best of each group only", () => {
  const hits = [hit("page", "a"), hit("section", "b"), hit("term", "c"), hit("page", "d")];
  expect(shape(hits, 2)).toEqual([
    ["Pages", "a", "b"],
    ["Glossary", "c"],
  ]);
});

it("shows two terms at most", () => {
  const hits = ["a", "b", "c"].map((title) => hit("term", title));
  expect(shape(hits, 9)).toEqual([["Glossary", "a", "b"]]);
  expect(shape(hits, 1)).toEqual([["Glossary", "a"]]);
});

it("has no groups without hits", () => {
  expect(groupHits([], 5)).toEqual([]);
});
