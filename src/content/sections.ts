import { getCollection, type CollectionEntry } from "astro:content";
import { checkMessages, checkOrder, checkSections } from "./checks.ts";
import { oncePerBuild } from "./once.ts";
import { readSections } from "./section-list.ts";

/** A page as lists and pagers need it. */
export interface PageLink {
  entry: CollectionEntry<"pages"> | CollectionEntry<"starts">;
  /** Statuses and messages that the page answers; none on the page that a section starts with. */
  errors: readonly { message: string; at: string; unless: readonly string[] }[];
  /** Address from the site's root, with a slash at both ends. */
  href: string;
  /** Two digits in a numbered section, undefined elsewhere. */
  number: string | undefined;
}

/** A section with its pages in reading order. */
export interface Section {
  id: string;
  title: string;
  description: string;
  numbered: boolean;
  symptoms: boolean;
  href: string;
  /** The page at the section's own address; undefined where that is a list of its pages. */
  start: PageLink | undefined;
  pages: PageLink[];
}

/**
 * All sections in the order of content/sections.yaml, each with its pages in order.
 * @throws ContentError for a page in a folder that is no section, and for two pages with one `order`
 *   or one message
 */
export const getSections = oncePerBuild(async (): Promise<Section[]> => {
  const sections = readSections();
  const [entries, starts] = await Promise.all([getCollection("pages"), getCollection("starts")]);
  checkSections(
    [...entries, ...starts].map(({ id }) => id),
    sections.map(({ id }) => id),
  );
  checkMessages(entries);
  return sections.map((section) => {
    const href = `/${section.id}/`;
    const entry = starts.find(({ id }) => id.split("/")[0] === section.id);
    return {
      ...section,
      href,
      start: entry && { entry, errors: [], href, number: undefined },
      pages: pagesOf(section.id, section.numbered, entries),
    };
  });
});

function pagesOf(
  section: string,
  numbered: boolean,
  entries: CollectionEntry<"pages">[],
): PageLink[] {
  const own = entries.filter(({ id }) => id.startsWith(`${section}/`));
  own.sort((a, b) => a.data.order - b.data.order);
  checkOrder(own);
  return own.map((entry) => ({
    entry,
    errors: entry.data.errors,
    href: `/${entry.id}/`,
    number: numbered ? String(entry.data.order).padStart(2, "0") : undefined,
  }));
}

/**
 * The page's neighbours in reading order, across sections.
 * @param sections as getSections returns them
 * @param href the page's address
 */
export function neighbours(
  sections: readonly Section[],
  href: string,
): { previous: PageLink | undefined; next: PageLink | undefined } {
  const all = sections.flatMap(({ start, pages }) => (start ? [start, ...pages] : pages));
  const at = all.findIndex((page) => page.href === href);
  return { previous: at > 0 ? all[at - 1] : undefined, next: all[at + 1] };
}
