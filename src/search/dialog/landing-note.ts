/** Key of the landing note in session storage. */
export const LANDING = "landing";

/** What a reader searched for, kept for the page that the chosen result leads to. */
export interface Landing {
  /** Address of the place, from the site's root. */
  url: string;
  words: string[];
}

/** Whether a stored value is a landing note, and not what something else stored under its key. */
export const isLanding = (value: unknown): value is Landing =>
  typeof value === "object" &&
  value !== null &&
  "url" in value &&
  typeof value.url === "string" &&
  "words" in value &&
  Array.isArray(value.words) &&
  value.words.every((word) => typeof word === "string");
