import { editDistance } from "../../text/edit-distance.ts";
import { KNOWN_WORDS } from "./known-words.ts";
import { looksPasted } from "./pasted.ts";
import { STOP_WORDS } from "./stop-words.ts";
import {
  hasWordStartingWith,
  inverseDocumentFrequency,
  knownCompoundParts,
  nearestWords,
  type Vocabulary,
} from "./vocabulary.ts";
import { normalizeWord, stem, WORD_SEPARATOR } from "./words.ts";

/** A misspelt word and the word of the site that replaces it. */
export interface Correction {
  typed: string;
  used: string;
}

/** One way to understand a query. */
export interface Interpretation {
  /** The words to search for: lower case, in the order typed; a flag keeps its hyphens. */
  words: string[];
  /** All words, including stop words. */
  phrase: string;
}

/** A query in the words of the site. */
export interface ParsedQuery {
  /** As typed; and, where that differs, as the site writes it: `configmap` for `config map`. */
  interpretations: Interpretation[];
  corrections: Correction[];
  /** Words as typed, without stop words: to be highlighted where they occur. */
  highlighted: string[];
  /** Whether it looks like a program's output. */
  pasted: boolean;
}

/** Most words of a query that are read, since a whole page may be pasted. */
const MAX_WORDS = 60;

/** Most words that are searched for: the most specific ones. */
const MAX_TERMS = 8;

/** The words of a query as typed, each once, without those that are only punctuation. */
export function queryWords(query: string): string[] {
  const words = query
    .split(WORD_SEPARATOR)
    .map((word) => word.replace(/[.!?…]+$/, ""))
    .filter((word) => normalizeWord(word) !== "");
  return [...new Set(words)].slice(0, MAX_WORDS);
}

/**
 * Whether a word is a hash, age, count or address that a cluster generated, so that no page can
 * have it. Three digits may be an exit code or an HTTP status, and are searched for.
 */
function isGenerated(word: string, pasted: boolean, vocabulary: Vocabulary): boolean {
  if (!/\d/.test(word) || /^\d{3}$/.test(word)) return false;
  return pasted || !hasWordStartingWith(vocabulary, word);
}

/** Most words that one compound is typed as: `crash loop back off`. */
const MAX_COMPOUND_WORDS = 4;

/** Joins neighbouring words that the site writes as one: `config map`. */
function joinCompounds(words: readonly string[], { counts }: Vocabulary): string[] {
  // `not found` is no compound, though the site has NotFound.
  const compound = (from: number, to: number) => {
    const parts = words.slice(from, to).map(normalizeWord);
    return parts.some((part) => STOP_WORDS.has(part)) ? "" : parts.join("");
  };
  const joined: string[] = [];
  for (let at = 0; at < words.length;) {
    let to = Math.min(at + MAX_COMPOUND_WORDS, words.length);
    while (to > at + 1 && !counts.has(compound(at, to))) to -= 1;
    joined.push(to > at + 1 ? compound(at, to) : (words[at] ?? ""));
    at = to;
  }
  return joined;
}

/** The words with the highest inverse document frequency, in their order. */
function mostSpecific(words: readonly string[], vocabulary: Vocabulary): string[] {
  if (words.length <= MAX_TERMS) return [...words];
  const weighted = words.map((word) => ({
    word,
    weight: inverseDocumentFrequency(vocabulary, normalizeWord(word)),
  }));
  const least = weighted.map(({ weight }) => weight).sort((a, b) => b - a)[MAX_TERMS - 1] ?? 0;
  return weighted
    .filter(({ weight }) => weight >= least)
    .slice(0, MAX_TERMS)
    .map(({ word }) => word);
}

/** Undefined when no word is left. */
function interpretationOf(
  words: readonly string[],
  vocabulary: Vocabulary,
): Interpretation | undefined {
  const specific = words.filter((word) => !STOP_WORDS.has(word));
  const terms = [...new Set(specific.length > 0 ? specific : words)];
  if (terms.length === 0) return undefined;
  return { words: mostSpecific(terms, vocabulary), phrase: words.join(" ") };
}

/** Joins and splits compounds as the site does. */
function inSiteSpelling(words: readonly string[], vocabulary: Vocabulary): string[] {
  return joinCompounds(words, vocabulary).flatMap(
    (word) => knownCompoundParts(vocabulary, word) ?? [word],
  );
}

/** What to search for instead of a word; a correction when it is misspelt. */
function resolveWord(
  word: string,
  vocabulary: Vocabulary,
  { pasted, unfinished }: { pasted: boolean; unfinished: boolean },
): { words: string[]; correction?: Correction } {
  const normalized = normalizeWord(word);
  if (STOP_WORDS.has(normalized) || vocabulary.counts.has(normalized)) return { words: [word] };
  const parts = knownCompoundParts(vocabulary, word);
  if (parts) return { words: parts };
  if (hasWordStartingWith(vocabulary, normalized)) return { words: [word] };
  const stemmed = stem(normalized);
  if (hasWordStartingWith(vocabulary, stemmed)) return { words: [stemmed] };
  if (KNOWN_WORDS.has(normalized)) return { words: pasted ? [] : [word] };
  // In a program's output most unknown words are names.
  const isMisspelt = !pasted || /^[a-z]{7,}$/.test(word);
  const [used] = isMisspelt ? nearestWords(vocabulary, normalized, 1, unfinished) : [];
  if (used === undefined || (pasted && editDistance(normalized, used, 1) > 1))
    return { words: pasted ? [] : [word] };
  return { words: [used], correction: { typed: word, used } };
}

/**
 * Parses a query by the words that the site has: drops generated words and stop words, corrects
 * misspelt words.
 * @param query what the reader typed or pasted
 * @returns one or two interpretations; the words as typed when nothing else would be left
 */
export function parseQuery(query: string, vocabulary: Vocabulary): ParsedQuery {
  const corrections: Correction[] = [];
  const typed = queryWords(query);
  const pasted = looksPasted(query, typed);
  const resolved = typed.flatMap((word, at) => {
    if (typed.length > 1 && isGenerated(normalizeWord(word), pasted, vocabulary)) return [];
    const unfinished = at === typed.length - 1;
    const { words, correction } = resolveWord(word, vocabulary, { pasted, unfinished });
    if (correction) corrections.push(correction);
    return words;
  });
  const lower = (words: readonly string[]) => words.map((word) => word.toLowerCase());
  const first = interpretationOf(lower(resolved), vocabulary) ?? {
    words: lower(typed),
    phrase: "",
  };
  const second = interpretationOf(lower(inSiteSpelling(resolved, vocabulary)), vocabulary);
  const differs = second !== undefined && second.words.join(" ") !== first.words.join(" ");
  const highlighted = typed.filter((word) => !STOP_WORDS.has(normalizeWord(word)));
  return { interpretations: differs ? [first, second] : [first], corrections, highlighted, pasted };
}
