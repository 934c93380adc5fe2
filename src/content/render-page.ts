import type { MDXInstance } from "astro";
import type { PageLink } from "./sections.ts";

const modules = import.meta.glob<MDXInstance<Record<string, unknown>>>("/content/*/*.mdx");

/** The content of a page as a component, and its headings in order. */
export async function renderPage({ entry }: PageLink) {
  const file = `/${entry.filePath ?? ""}`;
  const load = modules[file];
  if (!load) throw new Error(`${file} is no page`);
  const { Content, getHeadings } = await load();
  return { Content, headings: getHeadings() };
}
