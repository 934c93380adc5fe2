import { expect, it } from "vitest";
import { queryTerms, similarity } from "../../src/search/match/name-similarity.ts";
import { nameTextOf, placesWithAny } from "../../src/search/match/name-text.ts";
import type { Place } from "../../src/search/match/place.ts";
import { NamedPlace } from "../../src/search/match/search-index.ts";
import { toWord } from "../../src/search/match/tokens.ts";

const NAMES: [Place["kind"], string, string[]][] = [
  ["page", "Pods", ["po"]],
  ["command", "kubectl get pods", []],
  ["command", "kubectl \\\n  version", []],
  ["error", "ImagePullBackOff", []],
  ["section", "Network policies", ["firewall"]],
  ["section", "Unauthorised", ["initialising", "the keys"]],
  ["page", "apps/v1", ["replicas", "scaling"]],
];

const places = NAMES.map(([kind, title, aliases], id): Place => ({
  id,
  kind,
  title,
  url: `/${id}/`,
  page: "",
  pageNumber: id,
  group: "",
  aliases,
  unless: [],
  effect: "",
}));
const named = places.map((place) => new NamedPlace(place));
const text = nameTextOf(places);
const found = (word: string) => [...placesWithAny(text, [toWord(word)])];

it("finds the places that may have a word, in their order, and leaves out the others", () => {
  expect(found("pod")).toEqual([0, 1]);
  expect(found("pull"), "a part of a compound").toEqual([3]);
  expect(found("version"), "after a line break").toEqual([2]);
  expect(found("quota")).toEqual([]);
});

it("does not count what every command starts with", () => {
  expect(found("kubectl")).toEqual([]);
});

it("misses no place that compares as similar", () => {
  const words = "po pod pods policy policies unauthorized initialize key scale scaled v1 rollout";
  for (const { names } of named) expect(names.names.length).toBeGreaterThan(0);
  for (const word of [...words.split(" "), "deploy", "images", "replica", "firewalls"]) {
    const query = queryTerms([{ word, weight: 1, isWhole: true }], word);
    const similar = named.filter(({ names }) => similarity(query, names, () => 1) > 0);
    const numbers = similar.map(({ place }) => place.id);
    expect(found(word), word).toEqual(expect.arrayContaining(numbers));
  }
});
