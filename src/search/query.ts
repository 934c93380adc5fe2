import { isKnown, knownParts, nearestWords, tells, type Vocabulary } from "./vocabulary.ts";
import { BETWEEN, plainWord, stem } from "./words.ts";

/** A word that was replaced by one that the site has. */
export interface Correction {
  typed: string;
  used: string;
}

/** One way to read a query. */
export interface Reading {
  /** What is asked for: in lower case, in the order typed; a flag keeps its hyphens. */
  words: string[];
  /** All words, those too that only build the sentence. */
  phrase: string;
}

/** A query as it is asked. */
export interface Asked {
  /** As typed; and, where that differs, as the site writes it: `configmap` for `config map`. */
  readings: Reading[];
  corrections: Correction[];
  /** Words as typed that are worth marking where they stand. */
  telling: string[];
}

/** Words that are read at most: a pasted page is no query. */
const LONGEST = 60;

/** Words that are asked for at most: the most telling ones. */
const MOST = 8;

/** From this many words on, a query may have been pasted, and with marks of programs in it was. */
const PASTED = 4;
const MARKS = /["'`(){}[\]=:]\S|\S["'`(){}[\]=:](\s|$)|\S\s{2,}\S|\d[smhd]\b/;

/** Words of English that say how a sentence is built, not what it is about. */
const BUILDING = new Set(
  (
    "a an the of to in on at by for from with and or as is are was were be been it its my your our " +
    "i we you he she they this that these those how do does did what when why who which can could " +
    "should would will there into so if then than some any me mine us them too also just only again " +
    "still yet now very s t don doesn didn isn wasn won wont cant dont doesnt isnt didnt arent am has have had "
  ).split(" "),
);

/**
 * Splits a query into words.
 * @param query what the reader typed or pasted
 * @returns the words as typed, each once, without those that are nothing but marks
 */
export function wordsOf(query: string): string[] {
  const words = query
    .split(BETWEEN)
    .map((word) => word.replace(/[.!?…]+$/, ""))
    .filter((word) => plainWord(word) !== "");
  return [...new Set(words)].slice(0, LONGEST);
}

/**
 * Whether a word is what the cluster or the clock made up, and no page can know: hashes, ages,
 * counts, addresses. An exit code or a status of HTTP has three digits, and tells.
 */
function isMadeUp(plain: string, pasted: boolean, vocabulary: Vocabulary): boolean {
  if (!/\d/.test(plain) || /^\d{3}$/.test(plain)) return false;
  return pasted || !isKnown(vocabulary, plain);
}

/** The most words that one compound is typed as: `crash loop back off`. */
const COMPOUND = 4;

/** Puts words together that the site writes as one: `config map`. */
function joinCompounds(words: readonly string[], { counts }: Vocabulary): string[] {
  const compound = (from: number, to: number) => words.slice(from, to).map(plainWord).join("");
  const joined: string[] = [];
  for (let at = 0; at < words.length;) {
    let to = Math.min(at + COMPOUND, words.length);
    while (to > at + 1 && !counts.has(compound(at, to))) to -= 1;
    joined.push(to > at + 1 ? compound(at, to) : (words[at] ?? ""));
    at = to;
  }
  return joined;
}

/** The most telling words, in their order. */
function mostTelling(words: readonly string[], vocabulary: Vocabulary): string[] {
  if (words.length <= MOST) return [...words];
  const weighed = words.map((word) => ({ word, weight: tells(vocabulary, plainWord(word)) }));
  const least = weighed.map(({ weight }) => weight).sort((a, b) => b - a)[MOST - 1] ?? 0;
  return weighed
    .filter(({ weight }) => weight >= least)
    .slice(0, MOST)
    .map(({ word }) => word);
}

/** A reading of words that the site has; undefined when none is left. */
function readingOf(words: readonly string[], vocabulary: Vocabulary): Reading | undefined {
  const telling = words.filter((word) => !BUILDING.has(word));
  const asked = [...new Set(telling.length > 0 ? telling : words)];
  if (asked.length === 0) return undefined;
  return { words: mostTelling(asked, vocabulary), phrase: words.join(" ") };
}

/** As the site writes it: parted words joined, joined ones parted. */
function otherwise(words: readonly string[], vocabulary: Vocabulary): string[] {
  return joinCompounds(words, vocabulary).flatMap((word) => knownParts(vocabulary, word) ?? [word]);
}

/**
 * Prepares a query by the words that the site has: made-up words and those that only build the
 * sentence fall away, and words that nobody wrote become the nearest that somebody did.
 * @param query what the reader typed or pasted
 * @param vocabulary the site's words
 * @returns one or two readings; as typed when nothing else would be left
 */
export function prepare(query: string, vocabulary: Vocabulary): Asked {
  const corrections: Correction[] = [];
  const typed = wordsOf(query);
  const pasted = typed.length >= PASTED && MARKS.test(query);
  const words = typed.flatMap((word, at) => {
    const plain = plainWord(word);
    if (typed.length > 1 && isMadeUp(plain, pasted, vocabulary)) return [];
    if (BUILDING.has(plain)) return [word];
    if (vocabulary.counts.has(plain)) return [word];
    const parts = knownParts(vocabulary, word);
    if (parts) return parts;
    if (isKnown(vocabulary, plain)) return [word];
    if (isKnown(vocabulary, stem(plain))) return [stem(plain)];
    const [used] = nearestWords(vocabulary, plain, 1, at === typed.length - 1);
    // What was pasted is spelt by a program: a word that nobody knows is a name.
    if (used === undefined || pasted) return pasted ? [] : [word];
    corrections.push({ typed: word, used });
    return [used];
  });
  const lower = (all: readonly string[]) => all.map((word) => word.toLowerCase());
  const first = readingOf(lower(words), vocabulary) ?? { words: lower(typed), phrase: "" };
  const second = readingOf(lower(otherwise(words, vocabulary)), vocabulary);
  const differs = second !== undefined && second.words.join(" ") !== first.words.join(" ");
  const telling = typed.filter((word) => !BUILDING.has(plainWord(word)));
  return { readings: differs ? [first, second] : [first], corrections, telling };
}
