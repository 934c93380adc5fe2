import { getCollection, type CollectionEntry } from "astro:content";

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
 * @throws Error for a term whose `page` does not exist
 */
export async function getTerms(): Promise<TermEntry[]> {
  const [entries, pages] = await Promise.all([getCollection("glossary"), getCollection("pages")]);
  const terms = entries.map((entry) => {
    const { term, page: id } = entry.data;
    const page = pages.find((candidate) => candidate.id === id);
    if (id !== undefined && !page) {
      throw new Error(
        `content/glossary/${entry.id}.md names the page "${id}", which does not exist\n` +
          `  Hint: the pages are ${pages.map((candidate) => candidate.id).join(", ")}.`,
      );
    }
    return {
      id: entry.id,
      term,
      href: `/glossary/#${entry.id}`,
      page: page && { title: page.data.title, href: `/${page.id}/` },
      entry,
    };
  });
  return terms.sort((a, b) => a.term.localeCompare(b.term, "en"));
}
