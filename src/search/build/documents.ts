import type { PositionsFile } from "../match/positions.ts";
import { STOP_WORDS } from "../match/stop-words.ts";
import { splitCompound, trimWord, WORD_SEPARATOR } from "../match/words.ts";
import type { SearchRecord } from "./records.ts";

/** A page as the full-text index takes it. */
export interface IndexDocument {
  /** Address of the page. */
  url: string;
  /** The words of its places, in their order: see match/positions.ts. */
  words: string[];
  records: SearchRecord[];
}

/** The documents, and how many words each record has in them. */
export interface Documents {
  documents: IndexDocument[];
  lengths: Omit<PositionsFile, "ids">;
}

/** A word as it is written, and as words are compared. */
type IndexedWord = readonly [word: string, key: string];

/**
 * What the index gets of a word as a text has it: nothing of a stop word, which halves the index.
 * Of compounds, Pagefind finds the parts itself, except those with digits (`v1` of `apps/v1`).
 */
function indexedWords(written: string): IndexedWord[] {
  const parts = splitCompound(written).filter((part) => /\d/.test(part));
  return [trimWord(written), ...parts]
    .map((word): IndexedWord => [word, word.toLowerCase()])
    .filter(([, key]) => key !== "" && !STOP_WORDS.has(key));
}

/**
 * The words of a text that the index gets, each once.
 * @param known of words met before; a site uses few words, and each many times
 */
function distinctWords(text: string, known: Map<string, IndexedWord[]>): string[] {
  const words = new Map<string, string>();
  for (const written of text.split(WORD_SEPARATOR)) {
    const indexed = known.get(written) ?? indexedWords(written);
    known.set(written, indexed);
    for (const [word, key] of indexed) if (!words.has(key)) words.set(key, word);
  }
  return [...words.values()];
}

/** Address of the page that a place is on. */
const pageOf = (url: string) => url.replace(/#.*/, "");

/**
 * Puts the words of all records into one document per page.
 * @param records those of one page following each other
 */
export function documentsOf(records: readonly SearchRecord[]): Documents {
  const documents: IndexDocument[] = [];
  const known = new Map<string, IndexedWord[]>();
  const lengths: Documents["lengths"] = { places: [], names: [], text: [], code: [] };
  for (const record of records) {
    const url = pageOf(record.url);
    let document = documents.at(-1);
    if (document?.url !== url) {
      document = { url, words: [], records: [] };
      documents.push(document);
    }
    // A term has no page of its own that would be found by the page's title.
    const page = record.kind === "term" ? record.page : "";
    const names = distinctWords(`${record.title} ${record.aliases} ${page}`, known);
    const text = distinctWords(record.text, known);
    const code = distinctWords(record.code, known);
    document.words.push(...names, ...text, ...code);
    document.records.push(record);
    lengths.names.push(names.length);
    lengths.text.push(text.length);
    lengths.code.push(code.length);
  }
  lengths.places = documents.map((document) => document.records.length);
  return { documents, lengths };
}
