import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PAGEFIND, PLACES, POSITIONS, textsFile } from "../files.ts";
import type { PositionsFile } from "../match/positions.ts";
import { documentFrequencies } from "../match/words.ts";
import { documentsOf } from "./documents.ts";
import { buildFullText } from "./pagefind.ts";
import type { SearchRecord } from "./records.ts";
import { relate } from "./relations.ts";
import { writeSite } from "./site-file.ts";

/** What an excerpt is cut from; the other kinds are shown without one. */
const HAS_EXCERPT = new Set<SearchRecord["kind"]>(["page", "section", "term"]);

async function write(dist: string, path: string, content: string | Uint8Array): Promise<void> {
  const target = join(dist, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

/**
 * Writes everything that search loads into `dist/pagefind/`.
 * @param found what search can lead to, of all pages
 * @param dist folder of the built site
 * @returns how many files it has
 * @throws Error with Pagefind's reason when it fails
 */
export async function writeSearchIndex(
  found: readonly SearchRecord[],
  dist: string,
): Promise<number> {
  const records = relate(found);
  const { documents, lengths } = documentsOf(records);
  // Pagefind is a process of its own: what does not need it is done while it works.
  const fullText = buildFullText(documents);
  const words = documentFrequencies(
    records.map(({ title, page, aliases, text, code }) =>
      [title, page, aliases, text, code].join(" "),
    ),
  );
  const { files, ids } = await fullText;
  const positions: PositionsFile = { ids, ...lengths };
  const texts = documents.map((document) =>
    document.records.map(({ kind, text }) => (HAS_EXCERPT.has(kind) ? text : "")),
  );
  await Promise.all([
    ...files.map(({ path, content }) => write(dist, join(dirname(PAGEFIND), path), content)),
    ...texts.map((text, at) => write(dist, textsFile(at), JSON.stringify(text))),
    write(dist, PLACES, writeSite(records, words)),
    write(dist, POSITIONS, JSON.stringify(positions)),
  ]);
  return files.length + texts.length + 2;
}
