import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { recordsOf, withoutAliases, type SearchRecord } from "../search/build/records.ts";
import { writeSearchIndex } from "../search/build/search-index.ts";
import { policyFirst, tightenPolicy } from "./policy.ts";
import { withoutUnusedRules, wordsOf } from "./unused-rules.ts";

/** A pure change of a built page; `words` are those of the site's scripts. */
type Step = (html: string, file: string, words: ReadonlySet<string>) => string;

/** What is done with each page after its search records are read, in this order. */
const STEPS: readonly Step[] = [
  (html, _file, words) => withoutUnusedRules(html, words),
  withoutAliases,
  tightenPolicy,
  policyFirst,
];

/** A page after the build. */
export interface FinishedPage {
  html: string;
  /** What search can lead to on it; none for a page without an address of its own. */
  records: SearchRecord[];
}

/** Address of a page from the site's root; undefined for a page that answers for others. */
function addressOf(file: string): string | undefined {
  return /(?:^|\/)index\.html$/.test(file) ? `/${file.replace(/index\.html$/, "")}` : undefined;
}

/**
 * Does with a page all that is done after the build.
 * @param html the page as Astro built it, which has what only the index reads
 * @param file its path in the built site, with slashes
 * @param words those of the site's scripts, see withoutUnusedRules
 * @throws Error of a step, naming the page
 */
export function finishPage(html: string, file: string, words: ReadonlySet<string>): FinishedPage {
  const address = addressOf(file);
  const records = address === undefined ? [] : recordsOf(html, address);
  return { records, html: STEPS.reduce((page, step) => step(page, file, words), html) };
}

/** Finishes all pages of a built site, each read and written once, in the order of their names. */
function finishPages(dist: string): SearchRecord[] {
  const files = globSync("**/*.html", { cwd: dist }).map((file) => file.replaceAll("\\", "/"));
  const scripts = globSync("_astro/*.js", { cwd: dist });
  const words = wordsOf(scripts.map((file) => readFileSync(join(dist, file), "utf8")));
  return files.sort().flatMap((file) => {
    const path = join(dist, file);
    const before = readFileSync(path, "utf8");
    const { html, records } = finishPage(before, file, words);
    if (html !== before) writeFileSync(path, html);
    return records;
  });
}

/**
 * An Astro integration with everything that is done after the build: pages are finished, then the
 * search index is written. No other integration changes built pages.
 */
export function finishBuild(): AstroIntegration {
  return {
    name: "finish",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const records = finishPages(dist);
        const files = await writeSearchIndex(records, dist);
        logger.info(`${records.length} places indexed, ${files} files`);
      },
    },
  };
}
