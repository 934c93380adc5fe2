import { describe, expect, it } from "vitest";
import type { Place } from "../../src/search/match/place.ts";
import { parseQuery } from "../../src/search/match/query.ts";
import { rank, type Scores } from "../../src/search/match/rank.ts";
import { toSearchIndex, type SearchIndex } from "../../src/search/match/search-index.ts";
import { vocabularyOf } from "../../src/search/match/vocabulary.ts";
import { documentFrequencies } from "../../src/search/match/words.ts";

let ids = 0;
const place = (kind: Place["kind"], title: string, more: Partial<Place> = {}): Place => ({
  kind,
  title,
  url: `/${title}/`,
  page: "",
  group: "Guide",
  aliases: [],
  unless: [],
  effect: "",
  id: (ids += 1),
  pageNumber: 0,
  ...more,
});

const indexOf = (places: Place[], words: ReadonlyMap<string, number>): SearchIndex =>
  toSearchIndex(places, vocabularyOf(words, places.length));

/** Titles in the order of the answer; `texts` are what the places say, in their order. */
function order(places: Place[], query: string, texts: readonly string[] = []): string[] {
  const names = places.map(({ title, aliases }) => [title, ...aliases].join(" "));
  const words = documentFrequencies(places.map((_, at) => `${names[at] ?? ""} ${texts[at] ?? ""}`));
  const site = indexOf(places, new Map([...words].sort(([a], [b]) => (a < b ? -1 : 1))));
  const asked = parseQuery(query, site.vocabulary);
  const scores = new Map<string, Scores>();
  if (texts.length > 0) {
    for (const word of asked.interpretations.flatMap((one) => one.words)) {
      const has = places.filter((_, at) => texts[at]?.toLowerCase().includes(word));
      scores.set(word, new Map(has.map(({ id }) => [id, 1])));
    }
  }
  return rank(site, query, asked, scores).map((found) => found.place.title);
}

describe("by names", () => {
  it("puts the place that is called what was asked for first, whatever its number", () => {
    const places = [place("section", "See your Pods"), place("page", "Pods")];
    for (const query of ["pods", "Pod", " pod "]) expect(order(places, query)[0]).toBe("Pods");
  });

  it("prefers a phrase to scattered words", () => {
    const places = [
      place("section", "Back and roll it"),
      place("section", "Roll back in an emergency"),
    ];
    expect(order(places, "roll back")[0]).toBe("Roll back in an emergency");
  });

  it("finds a command by how it begins, without the program's name too", () => {
    const places = [
      place("command", "kubectl get pods"),
      place("command", "kubectl rollout undo a"),
    ];
    for (const query of ["rollout undo", "kubectl rollout undo"]) {
      expect(order(places, query)[0]).toBe("kubectl rollout undo a");
    }
  });

  it("leads with commands when the program's name is typed", () => {
    const places = [place("page", "Diff"), place("command", "kubectl diff -f a.yaml")];
    expect(order(places, "diff")[0]).toBe("Diff");
    expect(order(places, "kubectl diff")[0]).toBe("kubectl diff -f a.yaml");
  });

  it("prefers a page to a mention, and a mention to a definition", () => {
    const kinds = ["term", "section", "page"] as const;
    const places = kinds.map((kind) => place(kind, "Pod", { url: `/${kind}/`, group: kind }));
    const words = new Map([["pod", 3]]);
    const site = indexOf(places, words);
    const found = rank(site, "pod", parseQuery("pod", site.vocabulary));
    expect(found.map((one) => one.place.kind)).toEqual(["page", "section", "term"]);
  });

  it("keeps a command once, at its best place", () => {
    const places = [
      place("command", "ls", { page: "Other" }),
      place("command", "ls", { page: "About ls" }),
      place("page", "About ls"),
    ];
    expect(order(places, "ls").filter((title) => title === "ls")).toHaveLength(1);
  });

  it("leads where a writer says that a query leads", () => {
    const places = [
      place("command", "kubectl get hpa api"),
      place("page", "Next", { aliases: ["autoscaler", "hpa"] }),
    ];
    expect(order(places, "hpa")[0]).toBe("Next");
  });

  it("finds the surest message within what was pasted", () => {
    const places = [
      place("section", "Nodes that are available"),
      place("error", "cpu."),
      place("error", "3 Insufficient cpu."),
    ];
    const pasted = "Warning 0/3 nodes are available: 3 Insufficient cpu. preemption: none";
    expect(order(places, pasted)[0]).toBe("3 Insufficient cpu.");
    expect(order(places, "nodes are available")[0]).toBe("Nodes that are available");
  });

  it("recognizes a message in a long paste, though its words are too common to be searched for", () => {
    const rare = ["quokka", "lemur", "tapir", "ocelot", "marmot", "ibex", "gnu", "okapi", "civet"];
    const places = [
      place("error", "container process refused"),
      ...rare.map((word) => place("section", `A ${word}`)),
      ...Array.from({ length: 9 }, (_, at) => place("command", `container process refused ${at}`)),
    ];
    const pasted = `Error: container process refused\n  at ${rare.join(" ")}`;
    expect(order(places, pasted)[0]).toBe("container process refused");
  });

  it("finds a compound written apart, and what is joined by its parts", () => {
    const places = [place("page", "Map a config"), place("page", "A ConfigMap")];
    expect(order(places, "config map")).toContain("A ConfigMap");
    expect(order([place("page", "Pods"), place("page", "Memory limits")], "limits.memory")).toEqual(
      ["Memory limits"],
    );
  });
});

it("takes a beginning for longer words, not for other forms of it", () => {
  const places = [place("page", "Not ready"), place("page", "A readiness probe")];
  expect(order(places, "readi")).toEqual(["A readiness probe"]);
  expect(order([place("page", "Restart it"), place("page", "restarting")], "restarting")).toContain(
    "Restart it",
  );
});

describe("with the full text", () => {
  it("finds what no name says", () => {
    const places = [place("section", "One"), place("section", "Two")];
    expect(order(places, "ndots", ["nothing", "ndots and search"])).toEqual(["Two"]);
  });

  it("prefers places that have all the words", () => {
    const places = [place("section", "One"), place("section", "Two"), place("section", "Three")];
    const texts = ["alpha", "alpha beta", "beta"];
    expect(order(places, "alpha beta", texts)[0]).toBe("Two");
  });

  it("says which places have them all", () => {
    const places = [place("section", "alpha"), place("section", "beta")];
    const site = indexOf(
      places,
      new Map([
        ["alpha", 1],
        ["beta", 1],
      ]),
    );
    const [a, b] = places;
    const scores = new Map<string, Scores>([
      [
        "alpha",
        new Map([
          [a?.id ?? 0, 1],
          [b?.id ?? 0, 1],
        ]),
      ],
      ["beta", new Map([[b?.id ?? 0, 1]])],
    ]);
    const found = rank(site, "alpha beta", parseQuery("alpha beta", site.vocabulary), scores);
    expect(found.map((one) => [one.place.title, one.hasAllWords])).toEqual([
      ["beta", true],
      ["alpha", false],
    ]);
  });

  it("finds nothing where there is nothing", () => {
    expect(order([place("page", "Pods")], "xyzzy", ["pods"])).toEqual([]);
    expect(order([], "pod")).toEqual([]);
  });
});
