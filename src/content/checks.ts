import { ContentError } from "./content-error.ts";
import { hasContent, readContent } from "./files.ts";

/** A page as the checks between pages need it. */
interface Entry {
  /** `guide/pods` */
  id: string;
  data: { order: number; errors: readonly { message: string; at: string }[] };
}

/** Where a file of content/ says something: its first line with the text, or its first line. */
function placeOf(path: string, text: string): string {
  const lines = hasContent(path) ? readContent(path).split("\n") : [];
  return `content/${path}:${
    Math.max(
      0,
      lines.findIndex((line) => line.includes(text)),
    ) + 1
  }`;
}

/**
 * Checks that each page is in a section.
 * @param ids ids of the pages
 * @param sections ids of the sections
 * @throws ContentError for a page in a folder that is no section
 */
export function checkSections(ids: readonly string[], sections: readonly string[]): void {
  for (const id of ids) {
    if (sections.includes(id.split("/")[0] ?? "")) continue;
    const path = hasContent(`${id}.mdx`) ? `${id}.mdx` : `${id}/index.mdx`;
    const hint = `content/sections.yaml has ${sections.join(", ")}`;
    throw new ContentError("a page in no section", `content/${path}:1`, hint);
  }
}

/**
 * Checks that the pages of a section have different numbers.
 * @param pages sorted by them
 * @throws ContentError for two pages with one `order`
 */
export function checkOrder(pages: readonly Entry[]): void {
  for (const [index, { id, data }] of pages.entries()) {
    const before = pages[index - 1];
    if (before?.data.order !== data.order) continue;
    const what = `the order ${data.order}, which content/${before.id}.mdx has too`;
    const hint = "give each page of a section a number of its own";
    throw new ContentError(what, placeOf(`${id}.mdx`, "order:"), hint);
  }
}

/**
 * Checks that a message leads to one place.
 * @throws ContentError for a message that two entries have
 */
export function checkMessages(pages: readonly Entry[]): void {
  const seen = new Map<string, string>();
  for (const { id, data } of pages) {
    for (const { message } of data.errors) {
      const before = seen.get(message);
      seen.set(message, id);
      if (before === undefined) continue;
      const what = `the message "${message}", which content/${before}.mdx has too`;
      const hint = "keep it on the page that answers it, and link to that";
      throw new ContentError(what, placeOf(`${id}.mdx`, message), hint);
    }
  }
}

/** What the front matter of a page says of its headings. */
interface HeadingReferences {
  errors: readonly { message: string; at: string }[];
  sections: Readonly<Record<string, readonly string[]>>;
}

/**
 * Checks that what a page's front matter says of headings leads to headings of it.
 * @param file path of the page in content/
 * @param data its messages, each with the heading that it names, and its sections' other words
 * @param headings its headings; only those of depth 2 start a section
 * @throws ContentError naming the headings that exist
 */
export function checkHeadings(
  file: string,
  { errors, sections }: HeadingReferences,
  headings: readonly { depth: number; slug: string }[],
): void {
  const ids = headings.map(({ slug }) => slug);
  const starts = headings.filter(({ depth }) => depth === 2).map(({ slug }) => slug);
  const error = errors.find(({ at }) => !ids.includes(at));
  if (error) {
    const what = `"${error.message}" at "${error.at}", no heading`;
    throw new ContentError(
      what,
      placeOf(file, `at: ${error.at}`),
      `its headings are ${ids.join(", ")}`,
    );
  }
  const section = Object.keys(sections).find((id) => !starts.includes(id));
  if (section === undefined) return;
  const what = `other words for the section "${section}", no heading of level 2`;
  throw new ContentError(
    what,
    placeOf(file, `${section}:`),
    `its sections are ${starts.join(", ")}`,
  );
}

/**
 * Checks that the page that explains a term exists.
 * @param term id of the term, and of the page where it names one
 * @param pages ids of the pages
 * @throws ContentError naming the pages that exist
 */
export function checkTermPage(
  { id, page }: { id: string; page?: string | undefined },
  pages: readonly string[],
): void {
  if (page === undefined || pages.includes(page)) return;
  const place = placeOf(`glossary/${id}.md`, "page:");
  throw new ContentError(`no page "${page}"`, place, `the pages are ${pages.join(", ")}`);
}
