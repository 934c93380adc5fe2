import { describe, expect, it } from "vitest";
import { prepare, wordsOf } from "../../src/search/query.ts";
import { isKnown, nearestWords, tells, vocabularyOf } from "../../src/search/vocabulary.ts";

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
  const { readings, corrections } = prepare(query, vocabulary);
  return {
    words: readings.map(({ words }) => words.join(" ")),
    corrections: corrections.map(({ typed, used }) => `${typed}>${used}`),
  };
};

describe("wordsOf", () => {
  it("splits as terminals print, each word once", () => {
    expect(wordsOf(' Error: secret "db" not found (x6) db ')).toEqual([
      "Error",
      "secret",
      "db",
      "not",
      "found",
      "x6",
    ]);
    expect(wordsOf("apps/v1 --previous -f limits.memory.")).toEqual([
      "apps/v1",
      "--previous",
      "-f",
      "limits.memory",
    ]);
  });

  it("finds no words in marks", () => {
    expect(wordsOf(" ?! … -- <> ")).toEqual([]);
    expect(wordsOf("")).toEqual([]);
  });

  it("does not read on for ever", () => {
    const many = Array.from({ length: 5000 }, (_, at) => `w${at}`).join(" ");
    expect(wordsOf(many).length).toBeLessThan(100);
  });
});

describe("prepare", () => {
  it("leaves what is known as it is, in lower case", () => {
    expect(asked("Deployment Service")).toEqual({ words: ["deployment service"], corrections: [] });
  });

  it("leaves out words that only build the sentence, unless there are no others", () => {
    expect(asked("what are the limits of a pod").words[0]).toBe("limits pod");
    expect(asked("what is it").words).toEqual(["what is it"]);
  });

  it("takes the nearest word for one that nobody wrote, and tells", () => {
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

  it("sees a slip before the word is finished", () => {
    expect(asked("crashlopb").corrections).toEqual(["crashlopb>crashloopbackoff"]);
  });

  it("reads parted words joined, and joined ones parted, as well", () => {
    expect(asked("config map").words).toEqual(["config map", "configmap"]);
    expect(asked("resources.limits.memory").words).toEqual(["resources limits memory"]);
    expect(asked("readinessProbe").words[0]).toBe("readiness probe");
  });

  it("leaves out what the cluster made up, and names that nobody knows, when pasted", () => {
    const line = "checkout-6d4cf56db6-x2v9q   0/1   CrashLoopBackOff   5 (2m13s ago)   10m";
    expect(asked(line)).toEqual({ words: ["crashloopbackoff"], corrections: [] });
  });

  it("asks for the most telling words of a long paste", () => {
    const words = Object.keys(COUNTS);
    const [first = ""] = asked(words.join(" ")).words;
    expect(first.split(" ")).toHaveLength(8);
    expect(first).toContain("available");
    expect(first).not.toContain("kubectl");
  });

  it("marks what tells, as typed", () => {
    expect(prepare("Why is the Pod in a crash", vocabulary).telling).toEqual(["Pod", "crash"]);
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
    expect(isKnown(vocabulary, "serv")).toBe(true);
    expect(isKnown(vocabulary, "servo")).toBe(false);
    expect(isKnown(vocabulary, "zzz")).toBe(false);
  });

  it("says that a rare word tells more than a common one", () => {
    expect(tells(vocabulary, "config")).toBeGreaterThan(tells(vocabulary, "kubectl"));
    expect(tells(vocabulary, "kub")).toBe(tells(vocabulary, "kubectl"));
    expect(tells(vocabulary, "nobody")).toBeGreaterThan(6);
  });

  it("finds no near word for short ones, nor for what is far off", () => {
    expect(nearestWords(vocabulary, "pid", 3)).toEqual([]);
    expect(nearestWords(vocabulary, "elephant", 3)).toEqual([]);
  });
});
