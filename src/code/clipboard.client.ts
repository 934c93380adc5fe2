/**
 * Puts text on the clipboard, by the Clipboard API where the page is allowed to use it, else by
 * the older copy command, which works on plain http too.
 * @param text exactly what is copied
 * @param near the control that asked; a hidden text field is put beside it for a moment
 * @returns whether the text was copied
 */
export async function writeClipboard(text: string, near: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not a secure context, or not permitted: the older way may still work.
  }
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.className = "hidden";
  field.value = text;
  field.readOnly = true;
  // Beside the control, since a modal dialog makes everything outside it inert.
  near.after(field);
  field.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without the API
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
