import { hasBreaks, oneLine } from "./one-line.ts";

/**
 * Keeps a field on one line: what is pasted or dropped is put on one line before it arrives.
 * @param event a `beforeinput` in a field for a name
 */
export function keepOnOneLine(event: InputEvent): void {
  const { inputType, data, dataTransfer } = event;
  if (/^insert(LineBreak|Paragraph)$/.test(inputType)) {
    event.preventDefault();
    return;
  }
  const text = data ?? dataTransfer?.getData("text/plain") ?? "";
  if (!hasBreaks(text)) return;
  event.preventDefault();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that undo knows of
  document.execCommand("insertText", false, oneLine(text));
}
