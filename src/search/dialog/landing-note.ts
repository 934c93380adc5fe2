/** Key of the landing note in session storage. */
export const LANDING = "landing";

/** What a reader searched for, kept for the page that the chosen result leads to. */
export interface Landing {
  /** Address of the place, from the site's root. */
  url: string;
  words: string[];
}
