import { describe, expect, it } from "vitest";
import { parseQuery, queryWords } from "../../src/search/match/query.ts";
import {
  firstIndexedWord,
  hasWordStartingWith,
  nearestWords,
  inverseDocumentFrequency,
  vocabularyOf,
} from "../../src/search/match/vocabulary.ts";

const COUNTS: Record<string, number> = {
  available: 9,
  back: 20,
  config: 8,
  configmap: 40,
  crashloopbackoff: 60,
  deployment: 200,
  failed: 30,
  kubectl: 600,
  limits: 30,
  memory: 50,
  nodes: 40,
  off: 10,
  pod: 500,
  probe: 40,
  readiness: 30,
  resources: 30,
  restarting: 20,
  service: 150,
};
const vocabulary = vocabularyOf(new Map(Object.entries(COUNTS)), 1000);
const asked = (query: string) => {
  const { interpretations, corrections } = parseQuery(query, vocabulary);
  return {
    words: interpretations.map(({ words }) => words.join(" ")),
    corrections: corrections.map(({ typed, used }) => `${typed}>${used}`),
  };
};

describe("queryWords", () => {
  it("splits as terminals print, each word once", () => {
    expect(queryWords(' Error: secret "db" not found (x6) db ')).toEqual([
      "Error",
      "secret",
      "db",
      "not",
      "found",
      "x6",
    ]);
    expect(queryWords("apps/v1 --previous -f limits.memory.")).toEqual([
      "apps/v1",
      "--previous",
      "-f",
      "limits.memory",
    ]);
  });

  it("finds no words in punctuation", () => {
    expect(queryWords(" ?! … -- <> ")).toEqual([]);
    expect(queryWords("")).toEqual([]);
  });

  it("reads a limited number of words", () => {
    const many = Array.from({ length: 5000 }, (_, at) => `w${at}`).join(" ");
    expect(queryWords(many).length).toBeLessThan(100);
  });
});

describe("prepare", () => {
  it("leaves what is known as it is, in lower case", () => {
    expect(asked("Deployment Service")).toEqual({ words: ["deployment service"], corrections: [] });
  });

  it("leaves out stop words, unless there are no others", () => {
    expect(asked("what are the limits of a pod").words[0]).toBe("limits pod");
    expect(asked("what is it").words).toEqual(["what is it"]);
  });

  it("corrects a misspelt word to the nearest known one, and says so", () => {
    expect(asked("deploymnet")).toEqual({
      words: ["deployment"],
      corrections: ["deploymnet>deployment"],
    });
    expect(asked("readyness probe").corrections).toEqual(["readyness>readiness"]);
  });

  it("waits for the end of a word that may still become one", () => {
    for (const beginning of ["dep", "deploy", "crashloopb", "ser"]) {
      expect(asked(beginning).corrections, beginning).toEqual([]);
    }
  });

  it("corrects a word before it is finished", () => {
    expect(asked("crashlopb").corrections).toEqual(["crashlopb>crashloopbackoff"]);
  });

  it("also joins split compounds and splits joined ones", () => {
    expect(asked("config map").words).toEqual(["config map", "configmap"]);
    expect(asked("resources.limits.memory").words).toEqual(["resources limits memory"]);
    expect(asked("readinessProbe").words[0]).toBe("readiness probe");
  });

  it("leaves out generated and unknown names when pasted", () => {
    const line = "checkout-6d4cf56db6-x2v9q   0/1   CrashLoopBackOff   5 (2m13s ago)   10m";
    expect(asked(line)).toEqual({ words: ["crashloopbackoff"], corrections: [] });
  });

  it("searches for the most specific words of a long paste", () => {
    const words = Object.keys(COUNTS);
    const [first = ""] = asked(words.join(" ")).words;
    expect(first.split(" ")).toHaveLength(8);
    expect(first).toContain("available");
    expect(first).not.toContain("kubectl");
  });

  it("highlights words as typed, without stop words", () => {
    expect(parseQuery("Why is the Pod in a crash", vocabulary).highlighted).toEqual([
      "Pod",
      "crash",
    ]);
  });

  it("keeps an exit code", () => {
    expect(asked("pod failed 137").words[0]).toBe("pod failed 137");
  });

  it("asks for what was typed when nothing else is left", () => {
    expect(asked("x1 y2").words).toEqual(["x1 y2"]);
  });
});

describe("the vocabulary", () => {
  it("knows words and their beginnings", () => {
    expect(hasWordStartingWith(vocabulary, "serv")).toBe(true);
    expect(hasWordStartingWith(vocabulary, "servo")).toBe(false);
    expect(hasWordStartingWith(vocabulary, "zzz")).toBe(false);
  });

  it("passes over stop words, which are not in the full-text index", () => {
    const words = new Map([
      ["the", 9],
      ["then", 2],
      ["thermal", 1],
      ["these", 1],
    ]);
    const known = vocabularyOf(words, 10);
    expect(firstIndexedWord(known, "the")).toBe("thermal");
    expect(firstIndexedWord(known, "thes")).toBeUndefined();
    expect(firstIndexedWord(known, "zz")).toBeUndefined();
  });

  it("gives a rare word a higher inverse document frequency than a common one", () => {
    expect(inverseDocumentFrequency(vocabulary, "config")).toBeGreaterThan(
      inverseDocumentFrequency(vocabulary, "kubectl"),
    );
    expect(inverseDocumentFrequency(vocabulary, "kub")).toBe(
      inverseDocumentFrequency(vocabulary, "kubectl"),
    );
    expect(inverseDocumentFrequency(vocabulary, "nobody")).toBeGreaterThan(6);
  });

  it("suggests nothing for short or entirely unknown words", () => {
    expect(nearestWords(vocabulary, "pid", 3)).toEqual([]);
    expect(nearestWords(vocabulary, "elephant", 3)).toEqual([]);
  });
});
