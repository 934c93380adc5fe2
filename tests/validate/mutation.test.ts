import { isMap, isPair, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { describe, expect, test } from "vitest";
import { formatProblem, isFault, validate } from "../../src/validate/index.ts";
import { siteExternal, siteManifests } from "./samples.ts";

/** Maps whose keys are the writer's own: nothing says how they are spelt. */
const free = new Set(["labels", "annotations", "data", "matchLabels", "selector"]);

/** The schema's keys in a manifest, with offset and line. */
function keysOf(text: string): { key: string; at: number; line: number }[] {
  const lines = new LineCounter();
  const found: { key: string; at: number; line: number }[] = [];
  visit(parseDocument(text, { lineCounter: lines }), {
    Pair: (_, { key }, path) => {
      const above = path.findLast((node) => isPair(node));
      const parent = above && isScalar(above.key) ? String(above.key.value) : "";
      const holdsFields = isMap(above?.value) && above.value.has("matchLabels");
      if (!isScalar(key) || !key.range || (free.has(parent) && !holdsFields)) return;
      const [at] = key.range;
      found.push({ key: String(key.value), at, line: lines.linePos(at).line });
    },
  });
  return found;
}

/** Changes one letter to the next of the alphabet. */
function mutate(text: string, at: number): string {
  const code = text.charCodeAt(at);
  return (
    text.slice(0, at) +
    String.fromCharCode(code % 32 === 26 ? code - 1 : code + 1) +
    text.slice(at + 1)
  );
}

describe.each(siteManifests)("one letter changed in $name", ({ name, text }) => {
  const keys = keysOf(text);
  test.each(keys)("$key in line $line", ({ key, at, line }) => {
    // First, middle and last letter: enough to meet every form of a misspelling.
    for (const offset of new Set([0, key.length >> 1, key.length - 1])) {
      const changed = mutate(text, at + offset);
      const files = siteManifests.map((file) =>
        file.name === name ? { name, text: changed } : file,
      );
      const problems = validate(files, { external: siteExternal }).filter(isFault);
      const there = problems.filter((problem) => problem.file === name && problem.line === line);
      expect(
        there.length,
        problems.map(formatProblem).join("\n") || "nothing was found",
      ).toBeGreaterThan(0);
    }
  });
});

test("keys were found to change", () => {
  expect(siteManifests.flatMap(({ text }) => keysOf(text)).length).toBeGreaterThan(100);
});
