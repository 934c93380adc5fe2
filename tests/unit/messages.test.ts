import { expect, it } from "vitest";
import { fullTextWords } from "../../src/search/match/messages.ts";
import type { Place } from "../../src/search/match/place.ts";
import { parseQuery } from "../../src/search/match/query.ts";
import { toSearchIndex, type SearchIndex } from "../../src/search/match/search-index.ts";
import { vocabularyOf } from "../../src/search/match/vocabulary.ts";

const WORDS = ["address", "code", "connect", "econnrefused", "error", "open", "port", "syscall"];

const error = (title: string, id: number): Place => ({
  id,
  kind: "error",
  title,
  url: `/${title}/`,
  page: "",
  pageNumber: 0,
  group: "",
  aliases: [],
  unless: [],
  effect: "",
});

/** @param frequent in how many of 1,000 places each word is */
const indexOf = (titles: readonly string[], frequent: number): SearchIndex =>
  toSearchIndex(
    titles.map(error),
    vocabularyOf(new Map(WORDS.map((word) => [word, frequent])), 1000),
  );

const asked = (query: string, index: SearchIndex) =>
  fullTextWords(index, query, parseQuery(query, index.vocabulary));

const PASTED = "Error: connect ECONNREFUSED { syscall: 'open', address: 'code', port: 80 }";

it("asks for the words of a message within a pasted text, and at most four", () => {
  expect(asked(PASTED, indexOf(["ECONNREFUSED"], 3))).toEqual(["econnrefused"]);
  const long = indexOf(["Error: connect ECONNREFUSED", "syscall open address code port"], 3);
  expect(asked(PASTED, long)).toHaveLength(4);
});

it("asks for all words when no message is recognized, when it says little, or when typed", () => {
  const all = ["error", "connect", "econnrefused", "syscall", "open", "address", "code", "port"];
  expect(asked(PASTED, indexOf([], 3))).toEqual(all);
  expect(asked(PASTED, indexOf(["ECONNREFUSED"], 500))).toEqual(all);
  const typed = "error connect econnrefused open address";
  expect(asked(typed, indexOf(["ECONNREFUSED"], 3))).toEqual(typed.split(" "));
});
