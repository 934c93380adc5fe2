type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The last letter of the Latin alphabet in Unicode's first blocks (Latin Extended-B). */
const LAST_LATIN = "ɏ";

/**
 * Whether a key press is Ctrl K or ⌘ K.
 * @param keepsControl whether Ctrl K is the field's own, as on a Mac: there it deletes to the end
 *   of the line
 */
export function isShortcut(press: Press, keepsControl: boolean): boolean {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = press;
  if (shiftKey || altKey || !(metaKey || (ctrlKey && !keepsControl))) return false;
  // The letter counts, wherever the layout has it (Dvorak); a layout without Latin letters has none.
  return key.toLowerCase() === "k" || (code === "KeyK" && key > LAST_LATIN);
}
