import GithubSlugger from "github-slugger";
import { describe, expect, it } from "vitest";
import { textOf, walk, type MdxNode } from "../../src/content/mdx-tree.ts";
import { readPages, type Page } from "../../src/content/pages.ts";

/** What one section of a page has to answer. */
export interface Answer {
  /** The id of a symptom's page. */
  page: string;
  /** The id of the heading. */
  at: string;
  /** Phrases that must stand in the section, as they are read. */
  says: string[];
  /** Messages that must lead there. */
  messages?: string[];
}

const PROSE = new Set(["paragraph", "tableCell", "code"]);

const textIn = (nodes: readonly MdxNode[]) =>
  nodes
    .flatMap((node) => walk(node))
    .filter(({ type }) => PROSE.has(type))
    .map((node) => node.value ?? textOf(node))
    .join("\n");

/** The text of each section of a page, by the id of its heading. */
function sectionTexts({ tree }: Page): Map<string, string> {
  const slugger = new GithubSlugger();
  const parts: { id: string; nodes: MdxNode[] }[] = [];
  for (const node of tree.children ?? []) {
    if (node.type === "heading" && node.depth === 2) {
      parts.push({ id: slugger.slug(textOf(node)), nodes: [] });
    } else parts.at(-1)?.nodes.push(node);
  }
  return new Map(parts.map(({ id, nodes }) => [id, textIn(nodes)]));
}

const pages = new Map(readPages().map((page) => [page.id, page]));

/** Tests that each section says what its row demands, and that its messages lead there. */
export function answerTable(rows: Answer[]) {
  describe("each section answers what leads to it", () => {
    it.each(rows)("$page#$at", ({ page, at, says, messages = [] }) => {
      const found = pages.get(`troubleshooting/${page}`);
      if (!found) throw new Error(`no page troubleshooting/${page}`);
      const text = sectionTexts(found).get(at);
      if (text === undefined) throw new Error(`${found.file} has no heading #${at}`);
      const leads = new Map(found.data.errors?.map((error) => [error.message, error.at]));
      const missing = says.filter((phrase) => !text.includes(phrase));
      const astray = messages.filter((message) => leads.get(message) !== at);
      expect({ missing, astray }, `${found.file}#${at}`).toEqual({ missing: [], astray: [] });
    });
  });
}
