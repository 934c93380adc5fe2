/** Whitespace that a name cannot contain: anything but a space. */
const BREAK = /[^\S ]/;

/**
 * Whether text would not fit on one line as it is: it contains a line break, a tab or the like.
 * @param text as pasted or dropped
 */
export const hasBreaks = (text: string): boolean => BREAK.test(text);

/**
 * What was typed into a field that still showed its placeholder.
 * @param text the field's, with the placeholder around what was typed, or without it
 * @param placeholder as `<pod-name>`
 */
export function typedAround(text: string, placeholder: string): string {
  for (let at = 0; at <= placeholder.length; at += 1) {
    const end = placeholder.slice(at);
    if (text.startsWith(placeholder.slice(0, at)) && text.endsWith(end))
      return text.slice(at, text.length - end.length);
  }
  return text;
}

/**
 * Puts text on one line, as it is checked and stored.
 * @param text as typed or pasted
 * @returns each run of whitespace as one space, without spaces at the ends
 */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
