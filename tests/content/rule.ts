import type { Page } from "../../src/content/pages.ts";

/** What the rules know beside the page itself. */
export interface Site {
  pages: readonly Page[];
  terms: ReadonlySet<string>;
  /** Names of terms as prose has them, by id. */
  names: ReadonlyMap<string, string>;
  /** The page that explains a term at length, by the term's id. */
  explains: ReadonlyMap<string, string>;
}

/** Finds what a page does wrong; each finding is `file:line what`, with a hint on its next line. */
export type Rule = (page: Page, site: Site) => string[];

/** A finding, as every rule writes it. */
export const finding = (page: Page, line: number, what: string, hint: string) =>
  `${page.file}:${line} ${what}\n  Hint: ${hint}.`;

/** A text in quotation marks, cut when it is long. */
export const quote = (text: string) => (text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`);
