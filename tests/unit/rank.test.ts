import { expect, it } from "vitest";
import { rank } from "../../src/search/rank.ts";

const hit = (kind: string, title: string, score = 1, aliases = "") => ({
  kind,
  title,
  score,
  aliases,
});
const order = (hits: ReturnType<typeof hit>[], query: string) =>
  rank(hits, query).map(({ title }) => title);

it("puts the place that is called what was asked for first, whatever its number", () => {
  const hits = [hit("section", "See your Pods", 2), hit("page", "Pods")];
  for (const query of ["pods", "Pod", " pod "]) expect(order(hits, query)[0]).toBe("Pods");
});

it("prefers a phrase in a title to scattered words", () => {
  const hits = [hit("section", "Back and roll"), hit("section", "Roll back in an emergency")];
  expect(order(hits, "roll back")[0]).toBe("Roll back in an emergency");
});

it("finds a command without the program's name", () => {
  const hits = [hit("command", "kubectl get pods"), hit("command", "kubectl rollout undo a")];
  expect(order(hits, "rollout undo")[0]).toBe("kubectl rollout undo a");
});

it("prefers a page to a mention, and a mention to a definition", () => {
  const hits = [hit("term", "Pod"), hit("section", "Pod"), hit("page", "Pod")];
  expect(rank(hits, "pod").map(({ kind }) => kind)).toEqual(["page", "section", "term"]);
});

it("keeps a command once, at its best place", () => {
  const hits = [hit("command", "ls", 1), hit("command", "ls", 3), hit("section", "ls", 1)];
  const ranked = rank(hits, "x");
  expect(ranked.map(({ kind, score }) => [kind, score])).toEqual([
    ["command", 3],
    ["section", 1],
  ]);
});

it("leads where a writer says that a query leads", () => {
  const hits = [hit("command", "a hpa b", 2), hit("page", "Next", 1, "autoscaler, hpa")];
  expect(order(hits, "hpa")[0]).toBe("Next");
});

it("does not take a command for its last argument", () => {
  const hits = [hit("command", "kubectl describe hpa api"), hit("section", "The api")];
  expect(order(hits, "api")[0]).toBe("The api");
});

it("keeps the engine's order where titles say nothing, and its input as it was", () => {
  const hits = [hit("section", "a", 1), hit("section", "b", 2)];
  expect(order(hits, "x")).toEqual(["b", "a"]);
  expect(hits.map(({ title }) => title)).toEqual(["a", "b"]);
  expect(rank([], "x")).toEqual([]);
});

it("finds the message within what was pasted, the longest first", () => {
  const pasted = "0/3 nodes are available: 3 Insufficient cpu.";
  const hits = [
    hit("section", "Nodes that are available", 2),
    hit("error", "cpu."),
    hit("error", "3 Insufficient cpu."),
  ];
  expect(order(hits, pasted)[0]).toBe("3 Insufficient cpu.");
  expect(order(hits, "nodes are available")[0]).toBe("Nodes that are available");
});
