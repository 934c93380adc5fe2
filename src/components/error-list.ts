import type { Section } from "../content/sections.ts";

/** A status or message, and where it is answered. */
export interface ListedError {
  message: string;
  href: string;
  /** Title of the page. */
  page: string;
  /** Words that give the message another meaning. */
  unless: readonly string[];
}

/** A status is one word, as kubectl prints it in a column; a message is a sentence. */
export const isStatus = ({ message }: ListedError): boolean => !message.includes(" ");

/**
 * All statuses and messages that pages answer.
 * @param sections as getSections returns them
 * @returns statuses first, each kind in alphabetical order
 */
export function listErrors(sections: readonly Section[]): ListedError[] {
  const collator = new Intl.Collator("en", { ignorePunctuation: true });
  const errors = sections
    .flatMap(({ pages }) => pages)
    .flatMap(({ entry, errors: own, href }) =>
      own.map(({ message, at, unless }) => ({
        message,
        unless,
        href: `${href}#${at}`,
        page: entry.data.title,
      })),
    )
    .sort((a, b) => collator.compare(a.message, b.message));
  return [...errors.filter(isStatus), ...errors.filter((error) => !isStatus(error))];
}
