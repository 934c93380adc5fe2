import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroPrerenderer } from "astro";
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

/** The file that Astro writes for an address; those of the pages for errors have no folder. */
const fileOf = ({ pathname }: URL) =>
  `${decodeURI(pathname).slice(1)}index.html`.replace(/^(404|500)\/index/, "$1");

/** The words of a built site's scripts. */
function scriptWords(dist: string): Set<string> {
  const scripts = globSync("_astro/*.js", { cwd: dist });
  return wordsOf(scripts.map((file) => readFileSync(join(dist, file), "utf8")));
}

/**
 * Finishes each page between its rendering and its writing: to read and write all of them once
 * more would take longer than the rest of it. The scripts are written before.
 * @param standard Astro's own prerenderer
 * @param dist folder of the site
 * @param records gets what search can lead to, by the page's file
 */
function finishing(
  standard: AstroPrerenderer,
  dist: string,
  records: Map<string, SearchRecord[]>,
): AstroPrerenderer {
  let words: ReadonlySet<string> = new Set();
  return {
    ...standard,
    name: "finish",
    async setup() {
      await standard.setup?.();
      words = scriptWords(dist);
    },
    async render(request, options) {
      const rendered = await standard.render(request, options);
      if (options.routeData.type !== "page") return rendered;
      const { metadata, response } =
        rendered instanceof Response ? { response: rendered } : rendered;
      const file = fileOf(new URL(request.url));
      const page = finishPage(await response.text(), file, words);
      records.set(file, page.records);
      const finished = new Response(page.html, response);
      return metadata ? { response: finished, metadata } : finished;
    },
  };
}

/** @throws Error naming a page in the built site that was not finished, or the other way round */
function assertSame(finished: ReadonlySet<string>, dist: string): void {
  const files = globSync("**/*.html", { cwd: dist }).map((file) => file.replaceAll("\\", "/"));
  const [differing] = new Set(files).symmetricDifference(finished);
  if (differing === undefined) return;
  const what = finished.has(differing) ? "was finished, but is not written" : "was not finished";
  throw new Error(`${differing} ${what}\n  Hint: see src/build/finish.ts.`);
}

/**
 * An Astro integration with everything that is done after the build: pages are finished, then the
 * search index is written. No other integration changes built pages.
 */
export function finishBuild(): AstroIntegration {
  const records = new Map<string, SearchRecord[]>();
  let dist = "";
  return {
    name: "finish",
    hooks: {
      "astro:config:done": ({ config }) => {
        dist = fileURLToPath(config.outDir);
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((standard) => finishing(standard, dist, records));
      },
      "astro:build:done": async ({ logger }) => {
        assertSame(new Set(records.keys()), dist);
        const all = [...records.keys()].sort().flatMap((file) => records.get(file) ?? []);
        const files = await writeSearchIndex(all, dist);
        logger.info(`${all.length} places indexed, ${files} files`);
      },
    },
  };
}
