import { textsFile } from "../files.ts";
import type { Place } from "../match/place.ts";

/** The texts of a page's places, by the page's number. */
const texts = new Map<number, Promise<string[]>>();

async function fetchTexts(page: number): Promise<string[]> {
  const response = await fetch(textsFile(page));
  if (!response.ok) throw new Error(`${textsFile(page)}: ${response.status}`);
  return (await response.json()) as string[];
}

/**
 * The text of a place; for a page that of all its sections.
 * @param first id of the first place of its page
 * @returns empty when it cannot be loaded, which the next call tries again
 */
export async function loadText({ id, kind, pageNumber }: Place, first: number): Promise<string> {
  const loading = texts.get(pageNumber) ?? fetchTexts(pageNumber);
  texts.set(pageNumber, loading);
  try {
    const all = await loading;
    return kind === "page" ? all.join(" ").trim() : (all[id - first] ?? "");
  } catch {
    texts.delete(pageNumber);
    return "";
  }
}
