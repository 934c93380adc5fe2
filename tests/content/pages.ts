import { globSync, readFileSync } from "node:fs";
import GithubSlugger from "github-slugger";
import { mdxToMdast } from "satteri";
import { parse } from "yaml";
import { parseCommands, type Command } from "../../src/content/commands.ts";

/** A node of a page's syntax tree, with the fields that the rules read. */
export interface Node {
  type: string;
  position?: { start: { line: number } };
  children?: Node[];
  value?: string;
  lang?: string | null;
  meta?: string | null;
  depth?: number;
  url?: string;
  /** Name and attributes of a component. */
  name?: string | null;
  attributes?: { name?: string; value?: unknown }[];
}

/** The front matter fields that the rules read. */
export interface FrontMatter {
  title: string;
  description: string;
  question: string;
  short: string[];
  aliases: string[];
  errors?: { message: string; at: string }[];
}

/** A page of content/, parsed. */
export interface Page {
  /** `guide/pods` */
  id: string;
  /** `content/guide/pods.mdx` */
  file: string;
  source: string;
  data: FrontMatter;
  tree: Node;
}

/** Where the tree of a page is cut into blocks of prose: each has text of its own. */
const BLOCKS = new Set(["paragraph", "heading", "tableCell"]);

/**
 * Parses a page.
 * @param file its path from the repository's root
 * @param source its text
 * @throws Error naming the file, for what is no MDX or no YAML
 */
export function parsePage(file: string, source: string): Page {
  try {
    const tree = mdxToMdast(source) as Node;
    const yaml = tree.children?.find(({ type }) => type === "yaml")?.value ?? "";
    const id = file.replace(/^content\//, "").replace(/(?:\/index)?\.mdx$/, "");
    return { id, file, source, data: parse(yaml) as FrontMatter, tree };
  } catch (error) {
    throw new Error(`${file} ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Every page of content/. */
export function readPages(): Page[] {
  return globSync("content/*/*.mdx")
    .sort()
    .map((file) => parsePage(file, readFileSync(file, "utf8")));
}

/** A term of the glossary, as the rules read it. */
export interface GlossaryTerm {
  file: string;
  term: string;
  page?: string;
  text: string;
}

/** The glossary by id. */
export function readTerms(): Map<string, GlossaryTerm> {
  return new Map(
    globSync("content/glossary/*.md").map((file) => {
      const [, yaml, text] = readFileSync(file, "utf8").split(/^---$/m);
      const { term, page } = parse(yaml ?? "") as { term: string; page?: string };
      const id = file.replace(/^.*\//, "").replace(/\.md$/, "");
      return [id, { file, term, text: text ?? "", ...(page === undefined ? {} : { page }) }];
    }),
  );
}

/** The node and everything in it, in order of reading. */
export function walk(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(walk)];
}

/** All nodes of a page of one type. */
export const nodesOf = (page: Page, type: string) =>
  walk(page.tree).filter((node) => node.type === type);

/** All components of a page by name. */
export const componentsOf = (page: Page) =>
  walk(page.tree).filter(
    ({ type }) => type === "mdxJsxFlowElement" || type === "mdxJsxTextElement",
  );

/** An attribute of a component, when it is a plain text. */
export function attribute(node: Node, name: string): string | undefined {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === "string" ? value : undefined;
}

/** The line of the file on which a node starts. */
export const lineOf = (node: Node) => node.position?.start.line ?? 1;

/**
 * Text of a node as a reader sees it.
 * @param node any node
 * @param code what stands for a code span; its text unless given
 */
export function textOf(node: Node, code?: string): string {
  if (node.type === "inlineCode") return code ?? node.value ?? "";
  if (node.type === "break") return " ";
  return node.value ?? (node.children ?? []).map((child) => textOf(child, code)).join("");
}

/** Blocks of prose: paragraphs, headings, table cells. */
export const blocksOf = (page: Page) => walk(page.tree).filter(({ type }) => BLOCKS.has(type));

/** The fragments that a link to a page may name: headings and whole manifests. */
export function fragmentsOf(page: Page): string[] {
  const slugger = new GithubSlugger();
  const headings = nodesOf(page, "heading").map((node) => slugger.slug(textOf(node)));
  const manifests = componentsOf(page)
    .filter((node) => node.name === "Manifest" && attribute(node, "part") === undefined)
    .map((node) => attribute(node, "file") ?? "");
  return [...headings, ...manifests];
}

/** The commands of a page, with the line of the file each stands on. */
export function commandsOf(page: Page): Command[] {
  return nodesOf(page, "code")
    .filter(({ lang }) => lang === "sh")
    .flatMap((node) =>
      parseCommands(node.value ?? "").map((command) => ({
        ...command,
        line: command.line + lineOf(node),
      })),
    );
}

/** Everything that a page says, blanks squeezed: "In short", prose, notes, commands, titles. */
export function wholeText(page: Page): string {
  const titles = componentsOf(page).map((node) => attribute(node, "title") ?? "");
  const code = nodesOf(page, "code").map(({ value }) => value ?? "");
  const prose = blocksOf(page).map((node) => textOf(node));
  const short = page.data.short.map((line) => line.replaceAll("`", ""));
  return [...short, ...titles, ...prose, ...code].join("\n").replace(/[ \t]+/g, " ");
}
