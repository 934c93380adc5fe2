import { create } from "../../page/dom.client.ts";

const KEYS_ID = "finder-keys";

const KEYS = [
  ["↑ ↓", "choose"],
  ["↵", "open"],
  ["→ ↵", "copy a command"],
  ["Tab", "filter"],
  ["Esc", "close"],
] as const;

/** Text on one line: a field drops line breaks, and would join the words around them. */
export const collapseSpaces = (text: string): string => text.replace(/\s+/g, " ");

/** Pastes lines as words with spaces between them, in every engine. */
function paste(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!/[\r\n]/.test(text)) return;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else can be undone
  if (document.execCommand("insertText", false, collapseSpaces(text).trim()))
    event.preventDefault();
}

/**
 * Makes the field that a query is typed in.
 * @param controls id of the grid that answers it
 */
export function queryField(controls: string): HTMLInputElement {
  const input = create("input", {
    type: "search",
    id: "finder-query",
    placeholder: "Search or paste an error",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "go",
    maxlength: "2000",
    role: "combobox",
    "aria-label": "Search",
    "aria-expanded": "false",
    "aria-controls": controls,
    "aria-autocomplete": "list",
    "aria-describedby": KEYS_ID,
  });
  input.addEventListener("paste", paste);
  return input;
}

/** Makes the line that says which keys do what. */
export function keysHint(): HTMLElement {
  const hint = create("p", { class: "keys", id: KEYS_ID });
  for (const [key, does] of KEYS) hint.append(create("kbd", {}, key), ` ${does} `);
  return hint;
}
