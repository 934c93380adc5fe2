/** What a result is. */
export type Kind = "page" | "section" | "command" | "manifest" | "error" | "term";

/** One place that search can lead to, as the browser knows it. */
export interface Place {
  /** Its number among all places. */
  id: number;
  kind: Kind;
  /** Address from the site's root, with the fragment of the exact place. */
  url: string;
  title: string;
  /** Title of the page that the place is on. */
  page: string;
  /** Number of that page in the full-text index. */
  pageNumber: number;
  /** Heading that it is listed under in the results. */
  group: string;
  /** Other words that lead here. */
  aliases: readonly string[];
  /** Words that give a message another meaning: it does not answer a query that has one. */
  unless: readonly string[];
  /** What a command does to the cluster: see src/kubectl/verbs.ts. */
  effect: string;
}
