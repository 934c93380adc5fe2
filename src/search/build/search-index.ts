import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { fragmentIds } from "./fragments.ts";
import { tellLostParts } from "./lost-parts.ts";
import { useNativeGunzip } from "./native-gunzip.ts";
import { PLACES } from "../files.ts";
import { documentFrequencies } from "../match/words.ts";
import { relate } from "./relations.ts";
import { toHtml, type SearchRecord } from "./records.ts";
import { writeSite } from "./site-file.ts";

/** Characters that stay within a word, so that `--previous` and `apps/v1` are found as typed. */
const WORD_CHARACTERS = "-_./";

/**
 * What no page loads: Pagefind's ready-made interfaces, its worker (see engine.client.ts) and the
 * engine for languages it does not know.
 */
const UNUSED = /^(pagefind-(ui|modular-ui|component-ui|highlight|worker)|wasm\.unknown)\./;

/**
 * Most files that the texts of results are spread over. A query reads many results, mostly from
 * files that an earlier one has fetched.
 */
const MAX_FRAGMENTS = 8;

function must(errors: readonly string[], doing: string): void {
  if (errors.length > 0) throw new Error(`Pagefind, ${doing}: ${errors.join("; ")}`);
}

async function addRecords(index: PagefindIndex, records: readonly SearchRecord[]): Promise<void> {
  // Pagefind answers one call after the other; waiting for each answer would cost a round trip.
  const added = await Promise.all(
    records.map((record) => index.addHTMLFile({ url: record.url, content: toHtml(record) })),
  );
  for (const [at, { errors }] of added.entries()) must(errors, `adding ${records[at]?.url ?? ""}`);
}

async function writeFiles(records: readonly SearchRecord[], dist: string): Promise<number> {
  const created = await createIndex({
    includeCharacters: WORD_CHARACTERS,
    forceLanguage: "en",
    rootSelector: "html",
    maxFragments: MAX_FRAGMENTS,
  });
  must(created.errors, "creating the index");
  const { index } = created;
  if (!index) throw new Error("Pagefind made no index and gave no reason.");
  await addRecords(index, records);
  const built = await index.getFiles();
  must(built.errors, "building the index");
  const files = built.files.filter(({ path }) => !UNUSED.test(path));
  for (const { path, content } of files) {
    const target = join(dist, "pagefind", path);
    await mkdir(dirname(target), { recursive: true });
    const isScript = path === "pagefind.js";
    const script = isScript && tellLostParts(useNativeGunzip(new TextDecoder().decode(content)));
    await writeFile(target, script === false ? content : script);
  }
  const ids = fragmentIds(files);
  const words = documentFrequencies(
    records.map(({ title, page, aliases, text, code }) =>
      [title, page, aliases, text, code].join(" "),
    ),
  );
  await writeFile(join(dist, PLACES), writeSite(records, ids, words));
  return files.length;
}

/**
 * Builds the search index in `dist/pagefind/`.
 * @param found what search can lead to, of all pages
 * @param dist folder of the built site
 * @returns how many files it has
 * @throws Error with Pagefind's reason when it fails
 */
export async function writeSearchIndex(
  found: readonly SearchRecord[],
  dist: string,
): Promise<number> {
  try {
    return await writeFiles(relate(found), dist);
  } finally {
    await close();
  }
}
