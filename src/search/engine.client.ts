import { PAGEFIND } from "./pagefind.ts";
import { rank } from "./rank.ts";
import type { Kind } from "./records.ts";

/** A place that answers a query, as the dialog shows it. */
export interface Hit {
  kind: Kind;
  url: string;
  title: string;
  page: string;
  /** Other words that lead here, joined by `, `. */
  aliases: string;
  /** The engine's own score. */
  score: number;
  /** Text around the match; every second piece, from the second on, is the match itself. */
  excerpt: string[];
}

/** What a query found. */
export interface Answer {
  hits: Hit[];
  /** Places that match in all, of which `hits` are the best. */
  total: number;
  /** False when no place has all the words, and these are the closest. */
  exact: boolean;
}

/** The parts of Pagefind's browser API that are used; it ships no types for it. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<{
    url: string;
    excerpt: string;
    meta: Record<string, string>;
    filters: Record<string, string[]>;
  }>;
}

/** Places that are loaded and ranked for one query. */
const LIMIT = 18;

let engine: Promise<Pagefind> | undefined;

async function start(asked: () => void): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ PAGEFIND)) as Pagefind;
  await pagefind.options({
    // A query takes a few milliseconds; a worker costs 12 kB more and a slower start.
    noWorker: true,
    excerptLength: 18,
    ranking: {
      metaWeights: { title: 6, aliases: 8, page: 0.5 },
      termSimilarity: 8,
      pageLength: 0.3,
    },
  });
  const ready = pagefind.init();
  asked();
  await ready;
  return pagefind;
}

/**
 * Loads the engine once; the first call starts it. A failed start is tried anew by the next call.
 * @throws whatever the import or WebAssembly threw
 */
export function loadEngine(asked: () => void = () => undefined): Promise<Pagefind> {
  engine ??= start(asked).catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

/** Starts to load the engine. Returns when its files are on their way, or cannot be had. */
export async function askForEngine(): Promise<void> {
  await new Promise<void>((resolve) => {
    loadEngine(resolve).then(
      () => {
        resolve();
      },
      () => {
        resolve();
      },
    );
  });
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** Pagefind's excerpt is escaped HTML with `<mark>`; the dialog writes text only. */
function excerptPieces(html: string): string[] {
  return html
    .split(/<\/?mark>/)
    .map((piece) => piece.replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => ENTITIES[name] ?? name));
}

async function toHit(result: PagefindResult): Promise<Hit> {
  const { url, excerpt, meta, filters } = await result.data();
  return {
    kind: (filters["kind"]?.[0] ?? "page") as Kind,
    // The suffix tells apart records that lead to one place; see SearchRecord.
    url: url.replace(/~\d+$/, ""),
    title: meta["title"] ?? url,
    page: meta["page"] ?? "",
    aliases: meta["aliases"] ?? "",
    score: result.score,
    excerpt: excerptPieces(excerpt),
  };
}

/**
 * Places that have the most telling words, when none has them all. A word tells the more, the fewer
 * places have it: "Insufficient" says more than "are".
 */
async function closest(pagefind: Pagefind, words: string[]): Promise<PagefindResult[]> {
  const found = new Map<string, { result: PagefindResult; telling: number }>();
  for (const word of words) {
    const { results } = await pagefind.search(word);
    for (const result of results) {
      const entry = found.get(result.id) ?? { result, telling: 0 };
      entry.telling += 1 / Math.sqrt(results.length);
      found.set(result.id, entry);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.telling - a.telling)
    .map(({ result, telling }) => ({ ...result, score: telling, data: () => result.data() }));
}

/**
 * Finds the places that answer a query, best first.
 * @param query what the reader typed; blanks alone find nothing
 * @throws whatever loading the engine or a part of the index threw
 */
export async function search(query: string): Promise<Answer> {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { hits: [], total: 0, exact: true };
  const pagefind = await loadEngine();
  let { results } = await pagefind.search(words.join(" "));
  const exact = results.length > 0;
  if (!exact && words.length > 1) results = await closest(pagefind, words.slice(0, 12));
  const hits = rank(await Promise.all(results.slice(0, LIMIT).map(toHit)), query);
  return { hits, total: results.length, exact };
}
