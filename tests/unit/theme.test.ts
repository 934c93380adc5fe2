import { expect, it } from "vitest";
import { createHighlighter } from "shiki";
import { classOf, theme } from "../../src/code/theme.ts";

it("names each class once, and Shiki reports it as the token's colour", async () => {
  const highlighter = await createHighlighter({ themes: [theme], langs: ["yaml", "shellscript"] });
  const classesIn = (source: string, lang: "yaml" | "shellscript") =>
    highlighter
      .codeToTokensBase(source, { lang, theme })
      .flat()
      .map(({ content, color }) => [content.trim(), classOf(color)] as const)
      .filter(([content]) => content !== "");
  const yaml = new Map(classesIn('name: "api" # why\nport: 8000\n', "yaml"));
  expect(yaml.get("name")).toBe("k");
  expect(yaml.get("api")).toBe("s");
  expect(yaml.get("8000")).toBe("n");
  expect(yaml.get(":")).toBe("p");
  expect([...yaml.values()]).toContain("c");
  const shell = new Map(classesIn("kubectl logs api --previous", "shellscript"));
  expect(shell.get("kubectl")).toBe("k");
  expect(shell.get("--previous")).toBe("f");
  expect(shell.get("api")).toBeUndefined();
});

it("has no class for plain text and unknown colours", () => {
  for (const color of ["plain", undefined, "", "#123456", "constructor"]) {
    expect(classOf(color)).toBeUndefined();
  }
});
