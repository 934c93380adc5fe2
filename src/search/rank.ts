import { likeness, namesOf, phraseOf, wantedOf, type Names } from "./likeness.ts";
import type { Place, Site } from "./places.ts";
import { prepare, type Asked, type Reading } from "./query.ts";
import { tells, vocabularyOf, type Vocabulary } from "./vocabulary.ts";
import { plainWord } from "./words.ts";

/** The site, made ready to be searched. */
export interface Index {
  places: readonly { place: Place; names: Names }[];
  vocabulary: Vocabulary;
}

/** A place that answers a query. */
export interface Found {
  place: Place;
  score: number;
  /** Whether it has all words of the query. */
  whole: boolean;
}

/** What the full-text index says: scores by a place's id, for a word. */
export type Scores = ReadonlyMap<string, number>;

/** Shares of a score: what a place is called, what it says, and how many of the words it has. */
const SHARE = { name: 0.6, text: 0.35, words: 0.15 };

/** A page about something answers more than a mention; a one-line definition answers less. */
const KIND_WEIGHT: Record<Place["kind"], number> = {
  page: 1.05,
  section: 1,
  error: 1.15,
  command: 0.92,
  manifest: 0.95,
  term: 0.72,
};

/** Who types the program's name asks for a command. */
const COMMAND_WANTED = 1.3;

/** What a message tells at least that surely is what the reader looks at, when it was pasted. */
const SURE = 14;

/**
 * Makes a site ready to be searched.
 * @param site what the build wrote
 */
export function indexOf({ places, words }: Site): Index {
  return {
    places: places.map((place) => ({ place, names: namesOf(place) })),
    vocabulary: vocabularyOf(words, places.length),
  };
}

/**
 * Reads a query by the site's words.
 * @param index the site
 * @param query what the reader typed or pasted
 */
export const read = ({ vocabulary }: Index, query: string): Asked => prepare(query, vocabulary);

/** How sure it is that what was pasted holds a message: 0 when it does not. */
function messageWithin(pasted: string, names: Names, tell: (word: string) => number): number {
  const [title] = names.names;
  const at = title ? pasted.indexOf(title.phrase) : -1;
  if (!title || at < 0) return 0;
  const told = title.tokens.reduce((sum, { word }) => sum + tell(word), 0);
  // What failed stands before why: the first message names the case.
  const early = 1 - at / pasted.length;
  return 0.6 + 0.4 * Math.min(1, told / SURE) + 0.15 * early;
}

/** Each place once, by its best name, and each command once, at its best place. */
function once(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ place: { kind, title, url } }) => {
    const key = kind === "command" ? title : url;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What places have of one reading. */
function rankReading(
  { places, vocabulary }: Index,
  { words, phrase }: Reading,
  pasted: string,
  texts: readonly Scores[],
): Found[] {
  const weights = words.map((word) => tells(vocabulary, plainWord(word)));
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  const weighed = words.map((word, at) => ({
    word: plainWord(word),
    weight: (weights[at] ?? 0) / sum,
  }));
  const wanted = wantedOf(weighed, phrase);
  const told = new Map<string, number>();
  const tell = (word: string) => {
    const known = told.get(word) ?? tells(vocabulary, word);
    told.set(word, known);
    return known;
  };
  const found = places.flatMap(({ place, names }) => {
    let name = likeness(wanted, names, tell);
    if (place.kind === "error") name = Math.max(name, messageWithin(pasted, names, tell));
    let text = 0;
    let has = 0;
    let missing = 0;
    for (const [at, scores] of texts.entries()) {
      const score = scores.get(place.id);
      if (score === undefined) missing += 1;
      else has += (weights[at] ?? 0) / sum;
      text += score ?? 0;
    }
    return name === 0 && text === 0 ? [] : [{ place, name, text, has, whole: missing === 0 }];
  });
  const most = found.reduce((max, { text }) => Math.max(max, text), 0) || 1;
  return found.map(({ place, name, text, has, whole }): Found => {
    const share = SHARE.name * name + (SHARE.text * text) / most + SHARE.words * has;
    return { place, score: share * KIND_WEIGHT[place.kind], whole };
  });
}

/**
 * Finds the places that answer a query by what they are called, and by what they say as far as
 * the full-text index was asked. A command that stands on several pages is found once.
 * @param index the site
 * @param query what the reader typed or pasted
 * @param asked the query as read
 * @param texts what the full-text index says for each word; none: names alone
 * @returns the places, best first
 */
export function rank(
  index: Index,
  query: string,
  { readings }: Asked,
  texts: ReadonlyMap<string, Scores> = new Map(),
): Found[] {
  const pasted = phraseOf(query);
  const wantsCommand = /^kubectl\s+\S/.test(query.trim());
  const best = new Map<Place, Found>();
  for (const reading of readings) {
    const scores = reading.words.flatMap((word) => texts.get(word) ?? []);
    for (const found of rankReading(index, reading, pasted, scores)) {
      const other = best.get(found.place);
      const whole = found.whole || (other?.whole ?? false);
      if (!other || other.score < found.score) best.set(found.place, { ...found, whole });
      else best.set(found.place, { ...other, whole });
    }
  }
  const found = [...best.values()].map((one) =>
    wantsCommand && one.place.kind === "command"
      ? { ...one, score: one.score * COMMAND_WANTED }
      : one,
  );
  return once(found.sort((a, b) => b.score - a.score));
}
