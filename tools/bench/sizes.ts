import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** Bytes of the pages of a built site, compressed with brotli at its best. */
export interface PageSizes {
  median: number;
  max: number;
  /** The page that is `max`, from the site's root. */
  largest: string;
  /** How many pages were compressed: all of a small site. */
  measured: number;
}

/** Pages that are compressed of a large site: the largest, and as many evenly spread. */
const LARGEST = 20;
const SPREAD = 100;

/** Size of a file as a server sends it that compresses beforehand. */
const brotliSize = (file: string): number => brotliCompressSync(readFileSync(file)).length;

/** The middle of some numbers; the upper one of two. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Evenly spread pages and the largest ones. */
function choose(files: readonly string[], dist: string): { evenly: string[]; largest: string[] } {
  const length = new Map(files.map((file) => [file, readFileSync(join(dist, file)).length]));
  const sorted = files.toSorted((a, b) => (length.get(b) ?? 0) - (length.get(a) ?? 0));
  const step = Math.max(1, files.length / SPREAD);
  const count = Math.min(files.length, SPREAD);
  const evenly = Array.from({ length: count }, (_, index) => files[Math.floor(index * step)] ?? "");
  return { evenly, largest: sorted.slice(0, LARGEST) };
}

/**
 * Measures the pages of a built site.
 * @param dist its folder
 */
export function pageSizes(dist: string): PageSizes {
  const files = globSync("**/*.html", { cwd: dist }).sort();
  const { evenly, largest } = choose(files, dist);
  const sizes = new Map<string, number>();
  for (const file of [...evenly, ...largest]) {
    if (!sizes.has(file)) sizes.set(file, brotliSize(join(dist, file)));
  }
  const [name, max] = [...sizes].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
  return {
    median: median(evenly.map((file) => sizes.get(file) ?? 0)),
    max,
    largest: name,
    measured: sizes.size,
  };
}

/** Pages that list others; `*` stands for the further pages of a list. */
const LISTS = [
  "index.html",
  "search/index.html",
  "search/errors/*/index.html",
  "manifests/index.html",
  "manifests/pages/*/index.html",
  "glossary/index.html",
  "guide/index.html",
  "guide/pages/*/index.html",
  "troubleshooting/index.html",
  "troubleshooting/pages/*/index.html",
] as const;

/**
 * Sizes of the pages that list others.
 * @param dist folder of a built site
 * @returns pattern to bytes, of several pages the largest; without those that the site lacks
 */
export function listSizes(dist: string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const pattern of LISTS) {
    const bytes = globSync(pattern, { cwd: dist }).map((file) => brotliSize(join(dist, file)));
    if (bytes.length > 0) sizes.set(`/${pattern.replace("index.html", "")}`, Math.max(...bytes));
  }
  return sizes;
}
