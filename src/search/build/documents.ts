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

/** The words of a record in the full-text index. */
interface Fields {
  names: string[];
  text: string[];
  code: string[];
}

function fieldsOf(record: SearchRecord, known: Map<string, IndexedWord[]>): Fields {
  // A term has no page of its own that would be found by the page's title.
  const page = record.kind === "term" ? record.page : "";
  return {
    names: distinctWords(`${record.title} ${record.aliases} ${page}`, known),
    text: distinctWords(record.text, known),
    code: distinctWords(record.code, known),
  };
}

/** For each record, how many records before it comes the section that it is a command of; or 0. */
function stepsToSection(records: readonly SearchRecord[]): number[] {
  let section = 0;
  return records.map(({ kind }, at) => {
    if (kind === "section") section = at;
    return kind === "command" ? at - section : 0;
  });
}

/** Leaves out of the code of sections what their commands have. */
function withoutCommands(fields: readonly Fields[], steps: readonly number[]): Fields[] {
  const inCommands = fields.map(() => new Set<string>());
  for (const [at, step] of steps.entries()) {
    const names = step > 0 ? (fields[at]?.names ?? []) : [];
    for (const word of names) inCommands[at - step]?.add(word.toLowerCase());
  }
  return fields.map((own, at) => ({
    ...own,
    code: own.code.filter((word) => !inCommands[at]?.has(word.toLowerCase())),
  }));
}

/**
 * Puts the words of all records into one document per page. What a section's commands have is not
 * repeated in its own code, which makes the index 5 % smaller: match/positions.ts counts it for both.
 * @param records those of one page following each other, the commands of a section following it
 */
export function documentsOf(records: readonly SearchRecord[]): Documents {
  const documents: IndexDocument[] = [];
  const known = new Map<string, IndexedWord[]>();
  const lengths: Documents["lengths"] = { places: [], names: [], text: [], code: [], steps: [] };
  for (const [url, own] of Map.groupBy(records, (record) => pageOf(record.url))) {
    const steps = stepsToSection(own);
    const all = own.map((record) => fieldsOf(record, known));
    const fields = withoutCommands(all, steps);
    const words = fields.flatMap(({ names, text, code }) => [...names, ...text, ...code]);
    documents.push({ url, words, records: own });
    lengths.places.push(own.length);
    lengths.names.push(...fields.map(({ names }) => names.length));
    lengths.text.push(...fields.map(({ text }) => text.length));
    lengths.code.push(...fields.map(({ code }) => code.length));
    lengths.steps.push(...steps);
  }
  return { documents, lengths };
}
