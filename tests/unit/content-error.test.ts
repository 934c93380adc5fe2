import { AstroError } from "astro/errors";
import { expect, it } from "vitest";
import { ContentError } from "../../src/content/content-error.ts";

const error = new ContentError("a comment", 2, "move it");

it("says what, where in the text, and what to do", () => {
  expect(error).toMatchObject({ name: "ContentError", what: "a comment", line: 2 });
  expect(error.message).toBe("line 2: a comment");
  expect(error.hint).toBe("move it.");
  expect(error.loc).toBeUndefined();
});

it("says where in the file that contains the text", () => {
  const located = error.in("content/a.mdx", 10);
  expect(located.message).toBe("content/a.mdx:12 a comment");
  expect(located.hint).toBe("move it.");
  expect(located.loc).toEqual({ file: "content/a.mdx", line: 12, column: 1 });
});

it("takes a location as components get it, and a file without a line", () => {
  const at = (where: string) => new ContentError("a", where, "b").loc;
  expect(at("content/a.mdx:12")).toEqual({ file: "content/a.mdx", line: 12, column: 1 });
  expect(at("content/site.yaml")).toEqual({ file: "content/site.yaml", line: 1, column: 1 });
});

it("is an error that Astro prints with its hint and location", () => {
  expect(AstroError.is(error)).toBe(true);
  // @astrojs/mdx takes the position in the page from these.
  expect(error.in("content/a.mdx", 10)).toMatchObject({ line: 12, column: 1 });
});
