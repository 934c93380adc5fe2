import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { readPages } from "../../src/content/pages.ts";
import { wholeText } from "./page-text.ts";

/** A fact that a page once had wrong: words that must be on it, and words that must not return. */
export interface Truth {
  row: string;
  /** The id of a page, or `glossary/` and the id of a term. */
  page: string;
  says: string[];
  not?: string[];
}

const squeeze = (text: string) => text.replace(/\s+/g, " ");

/** Terms are Markdown with components in it: without their tags and code marks, as they are read. */
const plainTerm = (markdown: string) => markdown.replace(/<\/?[A-Z][^>]*>|[`*]/g, "");

const texts = new Map([
  ...readPages().map((page) => [page.id, squeeze(wholeText(page))] as const),
  ...globSync("content/glossary/*.md").map((file) => {
    const text = squeeze(plainTerm(readFileSync(file, "utf8")));
    return [`glossary/${basename(file, ".md")}`, text] as const;
  }),
]);

/** Tests that each page says what its rows demand, and nothing that they forbid. */
export function truthTable(rows: Truth[]) {
  describe("what was once wrong stays right", () => {
    it.each(rows)("$row, on $page", ({ page, says, not = [] }) => {
      const text = texts.get(page) ?? "";
      expect(text, `no page ${page}`).not.toBe("");
      const missing = says.filter((phrase) => !text.includes(phrase));
      const returned = not.filter((phrase) => text.includes(phrase));
      expect({ missing, returned }, `content/${page}`).toEqual({ missing: [], returned: [] });
    });
  });
}
