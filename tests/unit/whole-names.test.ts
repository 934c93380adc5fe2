import { describe, expect, it } from "vitest";
import { namesOf } from "../../src/search/match/name-similarity.ts";
import type { Place } from "../../src/search/match/place.ts";
import { parseQuery } from "../../src/search/match/query.ts";
import { cachedIdf, vocabularyOf } from "../../src/search/match/vocabulary.ts";
import {
  hasWord,
  messageIn,
  nameIn,
  readQueryPositions,
} from "../../src/search/match/whole-names.ts";

const WORDS = { access: 9, back: 9, denied: 4, error: 300, image: 80, pod: 400, pull: 20, roll: 9 };
const vocabulary = vocabularyOf(new Map(Object.entries(WORDS)), 1000);
const idf = cachedIdf(vocabulary);

function nameOf(title: string, kind: Place["kind"] = "error") {
  const place: Place = {
    kind,
    id: 0,
    title,
    url: "/",
    page: "",
    pageNumber: 0,
    group: "",
    aliases: [],
    unless: [],
    effect: "",
  };
  const [name] = namesOf(place).names;
  if (!name) throw new Error("no name");
  return name;
}

const wordsOf = (query: string) => readQueryPositions(query, parseQuery(query, vocabulary));
const message = (query: string, title: string) => messageIn(wordsOf(query), nameOf(title), idf);

describe("a message within a query", () => {
  const DENIED = "pull access denied for …, repository does not exist";
  const PASTED =
    "daemon: pull access denied for org/name, repository does not exist or may require";

  it("is found with what stands for its gap", () => {
    expect(message(PASTED, DENIED)).toBeGreaterThan(0.7);
    expect(message("Error: pull access denied", DENIED)).toBe(0);
  });

  it("is found in the order of its words only, and not over a long distance", () => {
    expect(message("denied access pull", "pull access denied")).toBe(0);
    const apart = Array.from({ length: 30 }, (_, at) => `word${at}`).join(" ");
    expect(message(`pull ${apart} access ${apart} denied`, "pull access denied")).toBe(0);
  });

  it("counts more the more specific it is", () => {
    expect(message(PASTED, DENIED)).toBeGreaterThan(message(PASTED, "access denied"));
    expect(message("Error: access denied", "access denied")).toBeGreaterThan(
      message("Error: access denied", "Error"),
    );
  });

  it("is found although another version leaves a word out", () => {
    expect(message("pull access denied for x, repository not exist", DENIED)).toBeGreaterThan(0);
  });
});

it("finds a title or an alias within a query, in any order, unless it says too little", () => {
  const name = (query: string, title: string) =>
    nameIn(wordsOf(query), nameOf(title, "section"), idf);
  expect(name("how can I pull an image again", "pull the image")).toBeGreaterThan(0);
  expect(name("how can I pull it again", "pull the image")).toBe(0);
  expect(name("an error of my pod", "pod error")).toBe(0);
  expect(name("roll it back", "roll back")).toBeGreaterThan(0);
});

it("reads misspelt words as corrected, and the parts of compounds", () => {
  const words = wordsOf("the acess was imagePull");
  for (const word of ["access", "image", "pull"]) expect(hasWord(words, word), word).toBe(true);
  expect(hasWord(words, "acess")).toBe(false);
});
