const FIELDS = "input, textarea, select, [contenteditable], [role=textbox]";

/** Whether a key press goes to a field that the reader types in. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(FIELDS) !== null;
