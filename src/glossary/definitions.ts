/** What the popover says of a term. */
export interface Definition {
  term: string;
  /** Plain text in which pairs of backticks mark code. */
  text: string;
  /** The page that explains the term at length. */
  page?: { title: string; href: string };
}

/** Where the build puts the definitions of all terms, by their ids. */
export const DEFINITIONS = "/glossary/terms.json";
