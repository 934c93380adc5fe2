import { describe, expect, it } from "vitest";
import { ARTICLE } from "../article-commands.ts";
import { readPages } from "../../src/content/pages.ts";
import { commandsOf } from "../../src/content/shell-blocks.ts";

const commands = readPages().flatMap((page) =>
  commandsOf(page).map(({ text }) => ({ text, page: page.id })),
);
const pagesWith = (text: string) => [
  ...new Set(commands.filter((command) => command.text === text).map(({ page }) => page)),
];

describe("the article's commands", () => {
  it("are fourteen", () => {
    expect(new Set(ARTICLE).size).toBe(14);
  });

  it.each(ARTICLE)("%s is a command of the site, exactly", (text) => {
    expect(pagesWith(text), `no page shows \`${text}\``).not.toEqual([]);
  });

  it("set image is in the list of commands and in the page on releases", () => {
    const where = pagesWith(ARTICLE.at(-1) ?? "");
    for (const id of ["guide/kubectl", "guide/deploying-a-new-version"])
      expect(where).toContain(id);
  });

  it("are all in the list of commands", () => {
    const listed = new Set(
      commands.filter(({ page }) => page === "guide/kubectl").map(({ text }) => text),
    );
    expect(ARTICLE.filter((text) => !listed.has(text))).toEqual([]);
  });
});

it("no command has a note, a prompt or a trailing space", () => {
  const wrong = commands.filter(({ text }) => /(?:^|\s)#\s|^[$>]\s|\s$/m.test(text));
  expect(wrong).toEqual([]);
});
