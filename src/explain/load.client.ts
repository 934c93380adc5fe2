import { notesPath, type FieldNotes } from "./notes.ts";

const loaded = new Map<string, Promise<FieldNotes | undefined>>();

async function fetchNotes(file: string): Promise<FieldNotes | undefined> {
  try {
    const response = await fetch(notesPath(file));
    if (response.ok) return (await response.json()) as FieldNotes;
  } catch {
    // Offline, or not JSON: the same to the reader.
  }
  // The next sign of interest tries again.
  loaded.delete(file);
  return undefined;
}

/**
 * Loads what is said of a manifest's fields, once.
 * @param file the manifest's name
 * @returns undefined when it cannot be loaded
 */
export function loadNotes(file: string): Promise<FieldNotes | undefined> {
  const notes = loaded.get(file) ?? fetchNotes(file);
  loaded.set(file, notes);
  return notes;
}
