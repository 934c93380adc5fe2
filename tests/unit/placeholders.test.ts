import { expect, it } from "vitest";
import { findPlaceholders } from "../../src/shell/placeholders.ts";

it("finds each occurrence with its place", () => {
  const text = "kubectl logs <pod-name> -c <container> <pod-name>";
  const found = findPlaceholders(text);
  expect(found.map(({ name }) => name)).toEqual(["pod-name", "container", "pod-name"]);
  for (const { name, start, end } of found) expect(text.slice(start, end)).toBe(`<${name}>`);
});

it.each([
  ["kubectl get pod/<pod-name>", ["pod-name"]],
  ["--namespace=<namespace>", ["namespace"]],
  [`"<a1-b2>"`, ["a1-b2"]],
  ["<a><b>", ["a", "b"]],
  ["cat <<EOF\nname: <pod-name>\nEOF", ["pod-name"]],
])("finds those of %j", (text, names) => {
  expect(findPlaceholders(text).map(({ name }) => name)).toEqual(names);
});

it.each([
  "",
  "sort < in > out",
  "cat <<EOF\nEOF",
  "cat < <(ls)",
  "$(<file)",
  "<Pod>",
  "<pod_name>",
  "<pod->",
  "<-pod>",
  "<pod--name>",
  "<1>",
  "< pod>",
  "a <b 2>c",
])("finds none in %j", (text) => {
  expect(findPlaceholders(text)).toEqual([]);
});
