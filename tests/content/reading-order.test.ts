import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPages } from "../../src/content/pages.ts";
import { commandsOf } from "../../src/content/shell-blocks.ts";
import { effectOf } from "../../src/kubectl/effect.ts";

describe("in the order of reading", () => {
  const guide = readPages()
    .filter(({ id }) => id.startsWith("guide/"))
    .sort((left, right) => (left.data.order ?? 0) - (right.data.order ?? 0));
  const commands = guide.flatMap((page, place) =>
    commandsOf(page).map(({ text, line }) => ({ text, at: place * 10_000 + line })),
  );
  const first = (test: (text: string) => boolean) =>
    commands.find(({ text }) => test(text))?.at ?? Infinity;
  const firstChange = first((text) => ["changes", "deletes"].includes(effectOf(text)));

  it("the context and the namespace come before the first command that changes a cluster", () => {
    expect(firstChange).toBeLessThan(Infinity);
    expect(first((text) => text.startsWith("kubectl config current-context"))).toBeLessThan(
      firstChange,
    );
    expect(first((text) => text.includes(" -n <namespace>"))).toBeLessThan(firstChange);
  });

  it("what a placeholder is comes before the first one", () => {
    const explained = guide.flatMap(({ file }, place) => {
      const lines = readFileSync(file, "utf8").split("\n");
      const line = lines.findIndex((text) => text.includes("angle brackets"));
      return line < 0 ? [] : [place * 10_000 + line + 1];
    });
    expect(Math.min(...explained)).toBeLessThan(first((text) => /<[a-z-]+>/.test(text)));
  });
});
