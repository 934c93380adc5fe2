import {
  hasWord,
  messageIn,
  nameIn,
  readQueryPositions,
  type QueryPositions,
} from "./whole-names.ts";
import { queryTerms, similarity } from "./name-similarity.ts";
import { placesWithAny } from "./name-text.ts";
import type { Place } from "./place.ts";
import type { Interpretation, ParsedQuery } from "./query.ts";
import type { NamedPlace, SearchIndex } from "./search-index.ts";
import { sectionsFirst } from "./sections-first.ts";
import { toWord } from "./tokens.ts";
import { cachedIdf } from "./vocabulary.ts";
import { normalizeWord } from "./words.ts";

/** A place that matches a query. */
export interface Match {
  place: Place;
  score: number;
  /** Similarity of the query to its names, from 0 to about 1. */
  name: number;
  /** How surely the query has its message; 0 for what is no message. See messageIn. */
  message: number;
  /** Share of the query's words that its text has, by their weight. */
  coverage: number;
  /** Whether it has all words of the query. */
  hasAllWords: boolean;
}

/** Scores of the full-text index for one word, by a place's id. */
export type Scores = ReadonlyMap<number, number>;

/**
 * Weights of the parts of a score: names, text, and the share of words that the place has. These
 * and the others of this folder were fitted to the judged inputs of tests/site/support/judged/.
 */
const WEIGHT = { name: 0.81, text: 0.35, words: 0.15 };

/** Sections and messages get a part of their page's score on top: see sections-first.ts. */
const KIND_WEIGHT: Record<Place["kind"], number> = {
  page: 1.2,
  section: 0.88,
  error: 0.99,
  command: 1.36,
  manifest: 1.3,
  term: 0.83,
};

/** For commands when the query starts with the program's name. */
const WANTED_COMMAND_WEIGHT = 1.3;

/** Keeps each address once, at its best name, and each command once, at its best place. */
function withoutDuplicates(matches: readonly Match[]): Match[] {
  const seen = new Set<string>();
  return matches.filter(({ place: { kind, title, url } }) => {
    const key = kind === "command" ? title : url;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Sum of a place's scores, and the weight of the words that it has, of those that were asked for. */
function textMatch(id: number, texts: readonly (Scores | undefined)[], weights: readonly number[]) {
  let score = 0;
  let coverage = 0;
  let found = 0;
  let asked = 0;
  for (const [at, scores] of texts.entries()) {
    if (!scores) continue;
    asked += 1;
    const one = scores.get(id);
    if (one === undefined) continue;
    found += 1;
    coverage += weights[at] ?? 0;
    score += one;
  }
  return { score, coverage, hasAllWords: asked > 0 && found === asked };
}

/** The places that may have something of a query in their names, or have it in their texts. */
function candidates(
  { places, byId, nameText }: SearchIndex,
  words: readonly string[],
  texts: readonly (Scores | undefined)[],
  pasted: boolean,
): NamedPlace[] {
  // Of a long text a few words are searched for, but every message is recognized.
  const found = new Set(pasted ? places.filter(({ place }) => place.kind === "error") : []);
  for (const at of placesWithAny(nameText, words.map(toWord))) {
    const one = places[at];
    if (one) found.add(one);
  }
  for (const scores of texts) {
    for (const id of scores?.keys() ?? []) {
      const one = byId.get(id);
      if (one) found.add(one);
    }
  }
  return [...found];
}

function matchInterpretation(
  index: SearchIndex,
  { words, phrase }: Interpretation,
  asked: QueryPositions,
  texts: readonly (Scores | undefined)[],
  pasted: boolean,
): Match[] {
  const { vocabulary } = index;
  const idf = cachedIdf(vocabulary);
  const normalized = words.map(normalizeWord);
  const sum = normalized.reduce((total, word) => total + idf(word), 0) || 1;
  const weights = normalized.map((word) => idf(word) / sum);
  // Names are prepared before the query is compared with all words that names have so far.
  const found = candidates(index, normalized, texts, pasted).map(({ place, names }) => ({
    place,
    names,
  }));
  const query = queryTerms(
    normalized.map((word, at) => ({
      word,
      weight: weights[at] ?? 0,
      isWhole: vocabulary.counts.has(word),
    })),
    phrase,
  );
  const matches = found.flatMap(({ place, names }) => {
    if (place.unless.some((word) => hasWord(asked, word))) return [];
    let name = similarity(query, names, idf);
    const [title] = names.names;
    const message = place.kind === "error" && title ? messageIn(asked, title, idf) : 0;
    if (place.kind === "error") name = Math.max(name, message);
    else if (place.kind !== "command" && place.kind !== "manifest") {
      for (const one of names.names) name = Math.max(name, nameIn(asked, one, idf));
    }
    const text = textMatch(place.id, texts, weights);
    return name === 0 && text.score === 0 ? [] : [{ place, name, message, text }];
  });
  const best = matches.reduce((max, { text }) => Math.max(max, text.score), 0) || 1;
  return matches.map(({ place, name, message, text }): Match => {
    const relative = text.score / best;
    const score = WEIGHT.name * name + WEIGHT.text * relative + WEIGHT.words * text.coverage;
    return {
      place,
      name,
      message,
      score: score * KIND_WEIGHT[place.kind],
      coverage: text.coverage,
      hasAllWords: text.hasAllWords,
    };
  });
}

/**
 * Finds the places that match a query by their names, and by their texts where the full-text
 * index was asked.
 * @param query what the reader typed or pasted
 * @param parsed the same query as parsed
 * @param texts scores by word; empty to search names only
 * @returns the places, best first, each command once
 */
export function rank(
  index: SearchIndex,
  query: string,
  parsed: ParsedQuery,
  texts: ReadonlyMap<string, Scores> = new Map(),
): Match[] {
  const { interpretations, pasted } = parsed;
  const asked = readQueryPositions(query, parsed);
  const wantsCommand = /^kubectl\s+\S/.test(query.trim());
  const best = new Map<Place, Match>();
  for (const interpretation of interpretations) {
    const scores = interpretation.words.map((word) => texts.get(word));
    for (const match of matchInterpretation(index, interpretation, asked, scores, pasted)) {
      const other = best.get(match.place);
      const better = !other || other.score < match.score ? match : other;
      const hasAllWords = match.hasAllWords || (other?.hasAllWords ?? false);
      best.set(match.place, { ...better, hasAllWords });
    }
  }
  const matches = [...best.values()].map((match) =>
    wantsCommand && match.place.kind === "command"
      ? { ...match, score: match.score * WANTED_COMMAND_WEIGHT }
      : match,
  );
  return sectionsFirst(withoutDuplicates(matches.sort((a, b) => b.score - a.score)));
}
