/**
 * All that is known of Pagefind's private files. Its browser script is served as it is. What is
 * read or left out, and what it would cost not to:
 * - `pagefind-entry.json` says which version wrote the files. Without it, another version would be
 *   noticed only where a file has lost its form.
 * - `fragment/*.pf_fragment` say which id Pagefind gave to which page, and how many words it
 *   counted. Without the ids no result could be told; without the count a change in how words are
 *   counted would silently move every match to another place. The files are not served.
 * - PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE makes the parts of the index smaller, one of which is loaded
 *   for each word of a query: about 7 kB instead of 30. Where another version ignores it, the tests
 *   of search's size fail.
 * - UNUSED files are not served: keeping them costs 290 kB in `dist/` that no page loads.
 */
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import type { IndexDocument } from "./documents.ts";

/** The version whose files are known. */
const KNOWN_VERSION = "1.6.0";

/** Characters that stay within a word, so that `--previous` and `apps/v1` are found as typed. */
const WORD_CHARACTERS = "-_./";

/** Entries of the index in one of its parts. */
const CHUNK_SIZE = "4000";

/** Pagefind's interfaces, its worker, and the engine for languages that it does not know. */
const UNUSED = /^(pagefind-(ui|modular-ui|component-ui|highlight|worker)|wasm\.unknown)\./;

const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;

const ENTRY = "pagefind-entry.json";

/** What Pagefind writes in front of each file's content. */
const MAGIC = "pagefind_dcd";

export interface IndexFile {
  /** Relative to the folder that the index is served from. */
  path: string;
  content: Uint8Array;
}

/** A full-text index, and Pagefind's id of each document, in their order. */
export interface FullTextIndex {
  files: IndexFile[];
  ids: string[];
}

interface Fragment {
  url: string;
  word_count: number;
}

function unknownForm(what: string): Error {
  return new Error(
    `Pagefind: ${what}\n` +
      `  Hint: src/search/build/pagefind.ts knows the files of Pagefind ${KNOWN_VERSION}. Compare it ` +
      "with the version installed, or install the known one.",
  );
}

/** @throws Error when another version than the known one wrote the files */
export function assertKnownVersion(files: readonly IndexFile[]): void {
  const entry = files.find(({ path }) => path === ENTRY);
  const text = entry ? Buffer.from(entry.content).toString("utf8") : "{}";
  const { version } = JSON.parse(text) as { version?: string };
  if (version !== KNOWN_VERSION) {
    throw unknownForm(`the files are those of version ${version ?? "unknown"}.`);
  }
}

/**
 * Reads the id and the word count of each page.
 * @returns fragments with their ids, by the address of the page
 * @throws Error when a file does not have the known form
 */
export function readFragments(files: readonly IndexFile[]): Map<string, Fragment & { id: string }> {
  const fragments = new Map<string, Fragment & { id: string }>();
  for (const { path, content } of files) {
    const id = FRAGMENT.exec(path)?.[1];
    if (id === undefined) continue;
    const text = gunzipSync(content).toString("utf8");
    const isKnown = text.startsWith(MAGIC);
    const fragment = (isKnown ? JSON.parse(text.slice(MAGIC.length)) : {}) as Partial<Fragment>;
    const { url, word_count: wordCount } = fragment;
    if (url === undefined || wordCount === undefined) {
      throw unknownForm(`${path} has neither address nor word count.`);
    }
    fragments.set(url, { id, url, word_count: wordCount });
  }
  return fragments;
}

function assertNone(errors: readonly string[], doing: string): void {
  if (errors.length > 0) throw new Error(`Pagefind, ${doing}: ${errors.join("; ")}`);
}

async function buildFiles(documents: readonly IndexDocument[]): Promise<IndexFile[]> {
  // Pagefind is a process of its own, which reads it when it starts.
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = CHUNK_SIZE;
  const { errors, index } = await createIndex({ includeCharacters: WORD_CHARACTERS });
  assertNone(errors, "creating the index");
  if (!index) throw new Error("Pagefind made no index and gave no reason.");
  const added = await Promise.all(
    documents.map(({ url, words }) =>
      index.addCustomRecord({ url, content: words.join(" "), language: "en" }),
    ),
  );
  for (const [at, one] of added.entries()) {
    assertNone(one.errors, `adding ${documents[at]?.url ?? ""}`);
  }
  const built = await index.getFiles();
  assertNone(built.errors, "building the index");
  return built.files;
}

/**
 * Builds the full-text index.
 * @throws Error when Pagefind fails, or its files do not have the known form
 */
export async function buildFullText(documents: readonly IndexDocument[]): Promise<FullTextIndex> {
  try {
    const files = await buildFiles(documents);
    assertKnownVersion(files);
    const fragments = readFragments(files);
    const ids = documents.map(({ url, words }) => {
      const fragment = fragments.get(url);
      if (!fragment) throw unknownForm(`the index has nothing for ${url}.`);
      if (fragment.word_count !== words.length) {
        const counts = `${fragment.word_count} words instead of ${words.length}`;
        throw unknownForm(`it counts ${counts} in ${url}.`);
      }
      return fragment.id;
    });
    return { files: files.filter(({ path }) => !UNUSED.test(path) && !FRAGMENT.test(path)), ids };
  } finally {
    await close();
  }
}
