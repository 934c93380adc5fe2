import { create } from "../../page/dom.client.ts";

const KEYS_ID = "finder-keys";

const KEYS = [
  ["↑ ↓", "choose"],
  ["↵", "open"],
  ["→ ↵", "copy a command"],
  ["Tab", "filter"],
  ["Esc", "close"],
] as const;

/**
 * Makes the field that a query is typed in.
 * @param controls id of the grid that answers it
 */
export const queryField = (controls: string): HTMLInputElement =>
  create("input", {
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

/** Makes the line that tells which keys do what. */
export function keysHint(): HTMLElement {
  const hint = create("p", { class: "keys", id: KEYS_ID });
  for (const [key, does] of KEYS) hint.append(create("kbd", {}, key), ` ${does} `);
  return hint;
}
