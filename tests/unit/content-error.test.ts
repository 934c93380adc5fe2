import { expect, it } from "vitest";
import { ContentError } from "../../src/content/content-error.ts";

const error = new ContentError("a comment", 2, "move it");

it("tells what, where in the text, and what to do", () => {
  expect(error).toMatchObject({
    name: "ContentError",
    what: "a comment",
    line: 2,
    hint: "move it",
  });
  expect(error.message).toBe("line 2: a comment; move it");
});

it("tells the place in the file that holds the text", () => {
  expect(error.in("content/a.mdx", 10).message).toBe(
    "content/a.mdx:12 a comment\n  Hint: move it.",
  );
  expect(error.in("content/a.mdx").message).toMatch(/^content\/a\.mdx:2 /);
});
