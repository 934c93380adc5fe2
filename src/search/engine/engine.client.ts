import { excerptOf } from "../match/excerpt.ts";
import { isReady, scoresOf } from "./fulltext.client.ts";
import { loadText } from "./texts.client.ts";
import { PLACES } from "../files.ts";
import { fullTextWords } from "../match/messages.ts";
import type { Place } from "../match/place.ts";
import { parseQuery, queryWords, type Correction, type ParsedQuery } from "../match/query.ts";
import { rank, type Match, type Scores } from "../match/rank.ts";
import { toSearchIndex, type SearchIndex } from "../match/search-index.ts";
import { readSite } from "../match/site-file.ts";
import { firstIndexedWord, nearestWords, vocabularyOf } from "../match/vocabulary.ts";
import { normalizeWord } from "../match/words.ts";

/** A place that answers a query, as the dialog shows it. */
export interface Hit {
  place: Place;
  /** Text around the match: see excerptOf. */
  excerpt: () => Promise<string[]>;
}

/** What a query found. */
export interface Answer {
  hits: Hit[];
  /** Places that have all the words, or those that are shown when these are more. */
  total: number;
  /** False when no place has all the words, and the best of these has few: they may not answer. */
  sure: boolean;
  /** Whether the full text was searched too, and not only what places are called. */
  complete: boolean;
  /** Words that nobody wrote, each with the one that was asked for instead. */
  corrections: readonly Correction[];
  /** Words to mark. */
  words: readonly string[];
  /** Words worth trying when nothing was found. */
  nearest: string[];
}

/** Places that one answer has at most. */
const LIMIT = 36;

/** Places of an answer by names that the full one follows at once: as many as a window shows. */
const EARLY_LIMIT = 12;

/** Of the score of the best, what a place has at least that is worth showing. */
const WORTH = 0.15;

/** Of the query's words or of one of its names, what the best place has when it surely answers. */
const SURE = 0.6;

/** Milliseconds for which an answer by names waits for the full one. */
const PATIENCE = 60;

let index: Promise<SearchIndex> | undefined;

async function fetchIndex(asked: Promise<Response> | undefined): Promise<SearchIndex> {
  const response = await (asked ?? fetch(PLACES));
  if (!response.ok) throw new Error(`${PLACES}: ${response.status}`);
  const { places, words } = readSite(await response.text());
  return toSearchIndex(places, vocabularyOf(words, places.length));
}

/**
 * Loads what search can lead to, once; a failure is tried anew by the next call.
 * @param asked the answer to an earlier request for it
 * @throws whatever the network threw
 */
export function loadIndex(asked?: Promise<Response>): Promise<SearchIndex> {
  index ??= fetchIndex(asked).catch((error: unknown) => {
    index = undefined;
    throw error;
  });
  return index;
}

/**
 * The groups that results can be in, the one with the most places first.
 * @throws whatever loadIndex threw
 */
export async function groupsOf(): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { place } of (await loadIndex()).places) {
    counts.set(place.group, (counts.get(place.group) ?? 0) + 1);
  }
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** Id of the first place on the same page. */
function firstOf({ byId }: SearchIndex, { id, pageNumber }: Place): number {
  let first = id;
  while (byId.get(first - 1)?.place.pageNumber === pageNumber) first -= 1;
  return first;
}

function toAnswer(
  found: readonly Match[],
  index: SearchIndex,
  query: string,
  { interpretations, corrections, highlighted }: ParsedQuery,
  { complete, limit }: { complete: boolean; limit: number },
): Answer {
  const whole = found.filter((one) => one.hasAllWords);
  const [best] = found;
  const exact = !complete || whole.length > 0;
  const sure = exact || Math.max(best?.coverage ?? 0, best?.name ?? 0) >= SURE;
  const least = WORTH * (best?.score ?? 0);
  const marked = [...new Set([...interpretations.flatMap(({ words }) => words), ...highlighted])];
  const last = normalizeWord(queryWords(query).at(-1) ?? "");
  const hits = found
    .filter(({ score }) => score >= least)
    .slice(0, limit)
    .map(({ place }) => ({
      place,
      excerpt: async () => excerptOf(await loadText(place, firstOf(index, place)), marked),
    }));
  return {
    hits,
    total: exact && complete ? Math.max(whole.length, hits.length) : hits.length,
    sure,
    complete,
    corrections,
    words: marked,
    nearest: found.length > 0 ? [] : nearestWords(index.vocabulary, last, 3, true),
  };
}

const wait = (milliseconds: number) =>
  new Promise<undefined>((done) => setTimeout(done, milliseconds, undefined));

/** Scores of the full-text index by word. */
async function scoresOfAll(
  words: readonly string[],
  { vocabulary }: SearchIndex,
): Promise<ReadonlyMap<string, Scores>> {
  const scores = words.map(async (word) => {
    const known = firstIndexedWord(vocabulary, normalizeWord(word));
    return [word, await scoresOf(word, known)] as const;
  });
  return new Map(await Promise.all(scores));
}

/** Milliseconds of work at a time, and between two times, that no reader notices. */
const SLICE = 4;
const PAUSE = 12;

let prepared = 0;

/** Prepares the names of all places bit by bit, so that no later key has to wait for them. */
function prepareNames(places: SearchIndex["places"]): void {
  const end = performance.now() + SLICE;
  while (prepared < places.length && performance.now() < end) {
    places[prepared]?.prepare();
    prepared += 1;
  }
  if (prepared < places.length) setTimeout(prepareNames, PAUSE, places);
}

/**
 * Finds the places that answer a query, best first. Until the full-text index is loaded, which the
 * first query starts, there is an answer by names; then the complete one follows.
 * @param query what the reader typed; spaces alone find nothing
 * @param group only places of this group; all when it is missing
 * @throws whatever loading the places threw; after the first answer, what loading the full text
 *   threw
 */
export async function* search(query: string, group?: string): AsyncGenerator<Answer> {
  const site = await loadIndex();
  const asked = parseQuery(query, site.vocabulary);
  const within = (found: Match[]) =>
    group === undefined ? found : found.filter(({ place }) => place.group === group);
  const answer = (texts: ReadonlyMap<string, Scores> | undefined, limit: number) => {
    const found = within(rank(site, query, asked, texts));
    return toAnswer(found, site, query, asked, { complete: texts !== undefined, limit });
  };
  if (!isReady()) {
    yield answer(undefined, EARLY_LIMIT);
    // The engine is three times as large as what answers by names: it never delays a first result.
    await wait(0);
  }
  const scores = scoresOfAll(fullTextWords(site, query, asked), site);
  if (isReady()) {
    const early = await Promise.race([scores.catch(() => undefined), wait(PATIENCE)]);
    if (!early) yield answer(undefined, EARLY_LIMIT);
  }
  let texts: ReadonlyMap<string, Scores>;
  try {
    texts = await scores;
  } catch (error) {
    yield answer(undefined, LIMIT);
    throw error;
  }
  yield answer(texts, LIMIT);
  if (prepared === 0) prepareNames(site.places);
}
