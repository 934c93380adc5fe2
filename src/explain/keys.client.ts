import type { FieldNotes } from "./notes.ts";

/**
 * The words that are coloured as keys in a shown manifest.
 * @param figure the manifest, whole or a part that says on which line it starts
 * @returns each by its place in the file, in order; some are no field, such as the `|` of a text
 */
function keysOf(figure: HTMLElement): Map<string, HTMLElement> {
  const keys = new Map<string, HTMLElement>();
  const code = figure.querySelector("pre [data-source]");
  if (!code) return keys;
  const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  let line = Number(figure.dataset["line"] ?? 1);
  let before = 0;
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    if (parentElement?.matches(".k")) {
      keys.set(before > 0 ? `${line}.${before}` : `${line}`, parentElement);
      before += 1;
    }
    const breaks = (textContent ?? "").split("\n").length - 1;
    line += breaks;
    if (breaks > 0) before = 0;
  }
  return keys;
}

/**
 * The fields of a shown manifest that something can be said of.
 * @param figure the manifest
 * @param notes what is said of them
 * @returns each by its place in the file, in order
 */
export function keyElements(figure: HTMLElement, notes: FieldNotes): Map<string, HTMLElement> {
  const keys = [...keysOf(figure)];
  return new Map(keys.filter(([id, { textContent }]) => notes.fields[id]?.key === textContent));
}

/**
 * The shown keys at some places, in every manifest of the page.
 * @param places as `service.yaml#9`
 */
export function keysAt(places: readonly string[]): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-manifest]")].flatMap((figure) => {
    const file = figure.dataset["manifest"] ?? "";
    const ids = places.filter((place) => place.startsWith(`${file}#`));
    if (ids.length === 0) return [];
    const keys = keysOf(figure);
    return ids.flatMap((place) => keys.get(place.slice(file.length + 1)) ?? []);
  });
}
