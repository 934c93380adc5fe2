import { fetchJson, loadOnce } from "../page/load-once.client.ts";
import { notesPath, type FieldNotes } from "./notes.ts";

/**
 * Loads the notes on a manifest's fields, once.
 * @param file the manifest's name
 * @throws what fetchJson throws; the next call tries again
 */
export const loadNotes = loadOnce(
  async (file: string) => (await fetchJson(notesPath(file))) as FieldNotes,
);
