import { pastedMessageScore } from "./messages.ts";
import { namesOf, queryTerms, similarity, toPhrase, type Names } from "./name-similarity.ts";
import type { Place } from "./place.ts";
import type { Interpretation, ParsedQuery } from "./query.ts";
import { cachedIdf, type Vocabulary } from "./vocabulary.ts";
import { normalizeWord } from "./words.ts";

/** A place with its names prepared for comparison. */
export interface NamedPlace {
  place: Place;
  names: Names;
}

/** What is searched. */
export interface SearchIndex {
  places: readonly NamedPlace[];
  vocabulary: Vocabulary;
}

/** A place that matches a query. */
export interface Match {
  place: Place;
  score: number;
  /** Whether it has all words of the query. */
  hasAllWords: boolean;
}

/** Scores of the full-text index for one word, by a place's id. */
export type Scores = ReadonlyMap<number, number>;

/** Weights of the parts of a score: names, text, and the share of words that the place has. */
const WEIGHT = { name: 0.6, text: 0.35, words: 0.15 };

/** A page about something answers better than a mention; a one-line definition less well. */
const KIND_WEIGHT: Record<Place["kind"], number> = {
  page: 1.05,
  section: 1,
  error: 1.12,
  command: 0.92,
  manifest: 0.95,
  term: 0.72,
};

/** For commands when the query starts with the program's name. */
const WANTED_COMMAND_WEIGHT = 1.3;

/** Prepares the names of a place for comparison. */
export const toNamedPlace = (place: Place): NamedPlace => ({ place, names: namesOf(place) });

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

function matchInterpretation(
  { places, vocabulary }: SearchIndex,
  { words, phrase }: Interpretation,
  pasted: string,
  texts: readonly (Scores | undefined)[],
): Match[] {
  const idf = cachedIdf(vocabulary);
  const normalized = words.map(normalizeWord);
  const sum = normalized.reduce((total, word) => total + idf(word), 0) || 1;
  const weights = normalized.map((word) => idf(word) / sum);
  const query = queryTerms(
    normalized.map((word, at) => ({
      word,
      weight: weights[at] ?? 0,
      isWhole: vocabulary.counts.has(word),
    })),
    phrase,
  );
  const matches = places.flatMap(({ place, names }) => {
    let name = similarity(query, names, idf);
    if (place.kind === "error") name = Math.max(name, pastedMessageScore(pasted, names, idf));
    const text = textMatch(place.id, texts, weights);
    return name === 0 && text.score === 0 ? [] : [{ place, name, text }];
  });
  const best = matches.reduce((max, { text }) => Math.max(max, text.score), 0) || 1;
  return matches.map(({ place, name, text }): Match => {
    const relative = text.score / best;
    const score = WEIGHT.name * name + WEIGHT.text * relative + WEIGHT.words * text.coverage;
    return { place, score: score * KIND_WEIGHT[place.kind], hasAllWords: text.hasAllWords };
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
  { interpretations }: ParsedQuery,
  texts: ReadonlyMap<string, Scores> = new Map(),
): Match[] {
  const pasted = toPhrase(query);
  const wantsCommand = /^kubectl\s+\S/.test(query.trim());
  const best = new Map<Place, Match>();
  for (const interpretation of interpretations) {
    const scores = interpretation.words.map((word) => texts.get(word));
    for (const match of matchInterpretation(index, interpretation, pasted, scores)) {
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
  return withoutDuplicates(matches.sort((a, b) => b.score - a.score));
}
