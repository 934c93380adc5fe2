import { mdxToMdast } from "satteri";
import { ContentError } from "./content-error.ts";

/** A node of a page's syntax tree. */
export interface MdxNode {
  type: string;
  position?: { start: { line: number } };
  children?: MdxNode[];
  value?: string;
  lang?: string | null;
  meta?: string | null;
  depth?: number;
  url?: string;
  /** Name and attributes of a component. */
  name?: string | null;
  attributes?: { name?: string; value?: unknown }[];
}

/**
 * Parses MDX, front matter included.
 * @param source the text of a page
 * @param file its path from the repository's root
 * @throws ContentError with the line, for a text that is not MDX
 */
export function parseMdx(source: string, file: string): MdxNode {
  try {
    return mdxToMdast(source) as MdxNode;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = "1", what = message] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
    const hint = "close every tag, and put placeholders such as <pod-name> in backticks";
    throw new ContentError(what, `${file}:${line}`, hint);
  }
}

/** The node and everything in it, in reading order. */
export function walk(node: MdxNode, into: MdxNode[] = []): MdxNode[] {
  into.push(node);
  for (const child of node.children ?? []) walk(child, into);
  return into;
}

/** All nodes of one type. */
export const nodesOf = (tree: MdxNode, type: string): MdxNode[] =>
  walk(tree).filter((node) => node.type === type);

/** All components, within text and between paragraphs. */
export const componentsOf = (tree: MdxNode): MdxNode[] =>
  walk(tree).filter(({ type }) => type === "mdxJsxFlowElement" || type === "mdxJsxTextElement");

/** An attribute of a component, when it is a plain text. */
export function attribute(node: MdxNode, name: string): string | undefined {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === "string" ? value : undefined;
}

/** The line on which a node starts, counted from 1. */
export const lineOf = (node: MdxNode): number => node.position?.start.line ?? 1;

/**
 * Text of a node as a reader sees it.
 * @param code replaces each code span; without it, spans keep their text
 */
export function textOf(node: MdxNode, code?: string): string {
  if (node.type === "inlineCode") return code ?? node.value ?? "";
  if (node.type === "break") return " ";
  return node.value ?? (node.children ?? []).map((child) => textOf(child, code)).join("");
}
