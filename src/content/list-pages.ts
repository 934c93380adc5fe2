/** Most entries of one kind on a page; what is beyond goes to further pages. Today all fit on one. */
export const PAGE_SIZES = {
  /** Manifests, shown whole. */
  manifests: 30,
  /** Statuses and messages. */
  errors: 170,
  /** Pages in the list of a section. */
  pages: 100,
  /** Pages of each section where all sections are listed. */
  preview: 60,
  /** Pages in the navigation. */
  navigation: 60,
} as const;

/** A page of a list that is too long for one. */
export interface ListPage<Item> {
  /** From 1; the first is at the list's own address. */
  number: number;
  href: string;
  items: readonly Item[];
}

/**
 * Divides a list into pages.
 * @param items all entries
 * @param most entries on a page
 * @param href address of the first page, with a slash at both ends
 * @param further address below which the others are, by their numbers; `pages/` of the first
 *   unless it is given
 * @returns at least one page, which may be empty
 */
export function listPages<Item>(
  items: readonly Item[],
  most: number,
  href: string,
  further = `${href}pages/`,
): ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / most));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    href: index === 0 ? href : `${further}${index + 1}/`,
    items: items.slice(index * most, (index + 1) * most),
  }));
}

/**
 * The entries around one of a list.
 * @param items all entries
 * @param at index of the entry; -1 for the beginning
 * @param most entries wanted
 * @returns a run of the list, which is whole where it is short enough
 */
export function entriesAround<Item>(
  items: readonly Item[],
  at: number,
  most: number,
): readonly Item[] {
  const start = Math.min(Math.max(0, at - Math.floor(most / 2)), Math.max(0, items.length - most));
  return items.slice(start, start + most);
}
