import { describe, expect, it } from "vitest";
import { slug } from "github-slugger";
import { textOf } from "../../src/content/mdx-tree.ts";
import { readPages, type Page } from "../../src/content/pages.ts";
import { wholeText } from "./page-text.ts";

/** What readers meet, and the section that answers it. */
export interface Answer {
  /** The id of a page and the id of a heading: `troubleshooting/pending#a-quota-refuses-the-pod`. */
  at: string;
  /** Messages that lead to this section. */
  messages?: string[];
  /** Words that the section must have. */
  says: string[];
}

const squeeze = (text: string) => text.replace(/\s+/g, " ");

/** What one section of a page says; undefined when the page has no such heading. */
function sectionText(page: Page, id: string): string | undefined {
  const nodes = page.tree.children ?? [];
  const isHeading = (index: number) => nodes[index]?.type === "heading" && nodes[index].depth === 2;
  const start = nodes.findIndex((node, index) => isHeading(index) && slug(textOf(node)) === id);
  if (start < 0) return undefined;
  const next = nodes.findIndex((_, index) => index > start && isHeading(index));
  const children = nodes.slice(start, next < 0 ? undefined : next);
  return squeeze(
    wholeText({ ...page, data: { ...page.data, short: [] }, tree: { ...page.tree, children } }),
  );
}

/**
 * What a site lacks of an answer.
 * @param pages the pages of the site
 * @param answer what one section has to say, and which messages lead to it
 * @returns each fault in words; none when the section answers
 */
export function lacks(pages: readonly Page[], { at, messages = [], says }: Answer): string[] {
  const [id = "", section = ""] = at.split("#");
  const page = pages.find((candidate) => candidate.id === id);
  if (!page) return [`no page ${id}`];
  const text = sectionText(page, section);
  if (text === undefined) return [`no section ${section}`];
  const registered = new Map(page.data.errors?.map((error) => [error.message, error.at]));
  return [
    ...says.filter((phrase) => !text.includes(phrase)).map((phrase) => `does not say: ${phrase}`),
    ...messages
      .filter((message) => registered.get(message) !== section)
      .map((message) => `${message} leads to ${registered.get(message) ?? "nowhere"}`),
  ];
}

/** Tests that each section answers what its row demands. */
export function coverageTable(answers: readonly Answer[]) {
  const pages = readPages();
  describe("each has its answer", () => {
    it.each(answers)("$at", (answer) => {
      expect(lacks(pages, answer)).toEqual([]);
    });
  });
}
