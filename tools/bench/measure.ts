import { join } from "node:path";
import { countFiles, makeCorpus, type Content } from "./corpus.ts";
import { writeSite, writeStarlight } from "./projects.ts";
import { runBuild, type Build } from "./run-build.ts";
import { OURS, STARLIGHTS, worstSearch, type WorstSearch } from "./search-bytes.ts";
import { listSizes, median, pageSizes, type PageSizes } from "./sizes.ts";

/** What was measured of both sites at one size. */
export interface Measured {
  pages: number;
  manifests: number;
  site: Build;
  starlight: Build;
  sizes: { site: PageSizes; starlight: PageSizes };
  /** Bytes of this site's pages that list others, by address. */
  lists: ReadonlyMap<string, number>;
  /** Missing when searching was not asked for. */
  search?: WorstSearch;
  starlightSearch?: WorstSearch;
}

/** How to measure. */
export interface Options {
  /** Builds of each project at a size; their median counts. */
  runs: number;
  /** Whether a browser searches both sites. */
  search: boolean;
  /** Where the projects are written. */
  folder: string;
  /** Where Starlight is installed. */
  installed: string;
}

/** What is searched for: a question whose words are on many pages, a status, a rarer word. */
const QUERIES = ["pod restart", "CrashLoopBackOff", "annotation"];

/** A pasted line, for which Starlight finds nothing. */
const PASTE = 'Error from server (NotFound): pods "web" not found';

function middle(builds: readonly Build[]): Build {
  const of = (figure: keyof Build) => median(builds.map((build) => build[figure]));
  return { seconds: of("seconds"), cpu: of("cpu"), megabytes: of("megabytes") };
}

/**
 * Builds this site and Starlight with the same text, in turns, and measures both.
 * @param content the guide's own files
 * @param count how many pages
 * @param options how to measure
 */
export async function measure(
  content: Content,
  count: number,
  { runs, search, folder, installed }: Options,
): Promise<Measured> {
  const corpus = makeCorpus(content, count);
  const ours = join(folder, `site-${count}`);
  const theirs = join(folder, `starlight-${count}`);
  writeSite(ours, corpus);
  writeStarlight(theirs, installed, corpus);
  const builds: { site: Build[]; starlight: Build[] } = { site: [], starlight: [] };
  // In turns, so that what else the machine does weighs on both.
  for (let run = 0; run < runs; run += 1) {
    builds.starlight.push(await runBuild(theirs));
    builds.site.push(await runBuild(ours));
  }
  const dist = { site: join(ours, "dist"), starlight: join(theirs, "dist") };
  const path = "/about/how-this-is-proven/";
  return {
    ...countFiles(corpus),
    site: middle(builds.site),
    starlight: middle(builds.starlight),
    sizes: { site: pageSizes(dist.site), starlight: pageSizes(dist.starlight) },
    lists: listSizes(dist.site),
    ...(search && {
      search: await worstSearch(dist.site, "/", OURS, [...QUERIES, PASTE]),
      starlightSearch: await worstSearch(dist.starlight, path, STARLIGHTS, QUERIES),
    }),
  };
}
