/** A name that the reader has to fill in, as `<pod-name>`, within a command. */
export interface Placeholder {
  /** The name without brackets, for example `pod-name`. */
  name: string;
  /** Index of the opening bracket in the text. */
  start: number;
  /** Index after the closing bracket. */
  end: number;
}

/** Lowercase words joined by hyphens in angle brackets: no redirection looks like this. */
const PATTERN = /<([a-z][a-z0-9]*(?:-[a-z0-9]+)*)>/g;

/** Finds the placeholders of a command: one entry for each occurrence, in order. */
export function findPlaceholders(text: string): Placeholder[] {
  return Array.from(text.matchAll(PATTERN), (match) => ({
    name: match[1] ?? "",
    start: match.index,
    end: match.index + match[0].length,
  }));
}
