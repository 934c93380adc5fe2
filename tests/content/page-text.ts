import GithubSlugger from "github-slugger";
import { attribute, componentsOf, nodesOf, textOf, walk } from "../../src/content/mdx-tree.ts";
import type { Page } from "../../src/content/pages.ts";

/** Nodes that have a text of their own: paragraphs, headings, table cells. */
const PROSE = new Set(["paragraph", "heading", "tableCell"]);

/** The blocks of prose of a page. */
export const proseBlocks = ({ tree }: Page) => walk(tree).filter(({ type }) => PROSE.has(type));

/** The fragments that a link to a page may name: headings and whole manifests. */
export function fragmentsOf({ tree }: Page): string[] {
  const slugger = new GithubSlugger();
  const headings = nodesOf(tree, "heading").map((node) => slugger.slug(textOf(node)));
  const manifests = componentsOf(tree)
    .filter((node) => node.name === "Manifest" && attribute(node, "part") === undefined)
    .map((node) => attribute(node, "file") ?? "");
  return [...headings, ...manifests];
}

/** Everything that a page says, spaces collapsed: "In short", prose, notes, commands, titles. */
export function wholeText(page: Page): string {
  const titles = componentsOf(page.tree).map((node) => attribute(node, "title") ?? "");
  const code = nodesOf(page.tree, "code").map(({ value }) => value ?? "");
  const prose = proseBlocks(page).map((node) => textOf(node));
  const short = page.data.short.map((line) => line.replaceAll("`", ""));
  return [...short, ...titles, ...prose, ...code].join("\n").replace(/[ \t]+/g, " ");
}
