import { getCollection, type CollectionEntry } from "astro:content";
import { checkTermPage } from "../content/checks.ts";
import { oncePerBuild } from "../content/once.ts";

/** A term of the glossary with the page that explains it at length. */
export interface TermEntry {
  id: string;
  term: string;
  /** Address within the site, with fragment. */
  href: string;
  page: { title: string; href: string } | undefined;
  entry: CollectionEntry<"glossary">;
}

/**
 * The glossary in alphabetical order.
 * @throws ContentError for a term whose `page` does not exist
 */
export const getTerms = oncePerBuild(async (): Promise<TermEntry[]> => {
  const [entries, pages] = await Promise.all([getCollection("glossary"), getCollection("pages")]);
  const ids = pages.map(({ id }) => id);
  const terms = entries.map((entry) => {
    const { term, page: id } = entry.data;
    const page = pages.find((candidate) => candidate.id === id);
    checkTermPage({ id: entry.id, page: id }, ids);
    return {
      id: entry.id,
      term,
      href: `/glossary/#${entry.id}`,
      page: page && { title: page.data.title, href: `/${page.id}/` },
      entry,
    };
  });
  return terms.sort((a, b) => a.term.localeCompare(b.term, "en"));
});
