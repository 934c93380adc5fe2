import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { glob } from "node:fs/promises";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
import { fragmentIds } from "./fragments.ts";
import { tellLostParts } from "./lost-parts.ts";
import { useNativeGunzip } from "./native-gunzip.ts";
import { PLACES } from "../files.ts";
import { documentFrequencies } from "../match/words.ts";
import { relate } from "./relations.ts";
import { recordsOf, toHtml, withoutAliases, type SearchRecord } from "./records.ts";
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

async function readRecords(dist: string): Promise<SearchRecord[]> {
  const records: SearchRecord[] = [];
  const files = await Array.fromAsync(glob("**/index.html", { cwd: dist }));
  for (const file of files.sort()) {
    const path = relative(dist, dirname(join(dist, file)))
      .split(sep)
      .join("/");
    const html = await readFile(join(dist, file), "utf8");
    records.push(...recordsOf(html, path === "" ? "/" : `/${path}/`));
    await writeFile(join(dist, file), withoutAliases(html));
  }
  return relate(records);
}

function must(errors: readonly string[], doing: string): void {
  if (errors.length > 0) throw new Error(`Pagefind, ${doing}: ${errors.join("; ")}`);
}

async function writeIndex(records: readonly SearchRecord[], dist: string): Promise<number> {
  const created = await createIndex({
    includeCharacters: WORD_CHARACTERS,
    forceLanguage: "en",
    rootSelector: "html",
    maxFragments: MAX_FRAGMENTS,
  });
  must(created.errors, "creating the index");
  const { index } = created;
  if (!index) throw new Error("Pagefind made no index and gave no reason.");
  for (const record of records) {
    const added = await index.addHTMLFile({ url: record.url, content: toHtml(record) });
    must(added.errors, `adding ${record.url}`);
  }
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
 * An Astro integration that builds the search index from the built pages, at the end of the
 * build, into `dist/pagefind/`. The build fails when Pagefind does.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: "search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        try {
          const records = await readRecords(dist);
          const files = await writeIndex(records, dist);
          logger.info(`${records.length} places indexed, ${files} files`);
        } finally {
          await close();
        }
      },
    },
  };
}
