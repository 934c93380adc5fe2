import { expect, it } from "vitest";
import type { Match } from "../../src/search/match/rank.ts";
import { sectionsFirst } from "../../src/search/match/sections-first.ts";

let ids = 0;
const match = (kind: Match["place"]["kind"], url: string, score: number, name = 0.5): Match => ({
  place: {
    kind,
    url,
    id: (ids += 1),
    title: url,
    page: "",
    pageNumber: 0,
    group: "",
    aliases: [],
    unless: [],
    effect: "",
  },
  name,
  message: 0,
  score,
  coverage: 0,
  hasAllWords: true,
});
const order = (...matches: Match[]) => sectionsFirst(matches).map(({ place }) => place.url);

it("puts the sections of a page before it, those that answer best first", () => {
  const page = match("page", "/a/", 1);
  const parts = [match("section", "/a/#x", 0.5), match("section", "/a/#y", 0.6)];
  expect(order(page, ...parts)).toEqual(["/a/#y", "/a/#x", "/a/"]);
});

it("prefers a section of a page that is about the query", () => {
  const parts = [match("section", "/a/#x", 0.6), match("section", "/b/#x", 0.65)];
  expect(order(...parts, match("page", "/a/", 1), match("page", "/b/", 0.1))[0]).toBe("/a/#x");
});

it("leaves a page first that is meant as a whole, or has no sections", () => {
  expect(order(match("page", "/a/", 1, 1), match("section", "/a/#x", 0.8))[0]).toBe("/a/");
  expect(order(match("page", "/a/", 1), match("section", "/b/#x", 0.9))[0]).toBe("/a/");
});

it("lists a symptom's page and its first section once, as the better of the two", () => {
  const start = match("error", "/a/#find-the-cause", 0.9);
  expect(order(match("page", "/a/", 1), start)).toEqual(["/a/#find-the-cause"]);
  expect(order(match("page", "/a/", 1, 1), start)).toEqual(["/a/"]);
  expect(order(match("page", "/a/", 1, 1), match("section", "/a/#x", 0.9))).toHaveLength(2);
});

it("lets a second page into the first three places", () => {
  const parts = ["x", "y", "z"].map((id, at) => match("section", `/a/#${id}`, 1 - at / 10));
  expect(order(...parts, match("section", "/b/#x", 0.5))).toEqual([
    "/a/#x",
    "/a/#y",
    "/b/#x",
    "/a/#z",
  ]);
  expect(order(...parts)).toEqual(["/a/#x", "/a/#y", "/a/#z"]);
});

it("leads from a paste to the section that answers its message, not to the page or its start", () => {
  const telling = { ...match("error", "/a/#x", 0.5), message: 0.8 };
  const start = match("error", "/a/#find-the-cause", 0.9);
  expect(order(match("page", "/a/", 1, 1), telling)[0]).toBe("/a/#x");
  expect(order(start, match("error", "/b/#y", 0.8), telling)).toEqual([
    "/a/#x",
    "/a/#find-the-cause",
    "/b/#y",
  ]);
  expect(order(start, { ...telling, message: 0.4 })[0]).toBe("/a/#find-the-cause");
});
