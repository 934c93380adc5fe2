import type { Place } from "./place.ts";
import { siteWordsFor } from "./synonyms.ts";
import type { Word } from "./tokens.ts";

/** What every command starts with, so that it tells none from others. */
export const PROGRAM = "kubectl";

/** All names of all places as one text, which is searched faster than it is read word by word. */
export interface NameText {
  /** In lower case. */
  text: string;
  /** Where the names of each place end. */
  ends: readonly number[];
}

/** Joins the names of places. */
export function nameTextOf(places: readonly Place[]): NameText {
  const ends: number[] = [];
  let text = "";
  for (const { kind, title, aliases } of places) {
    const names = kind === "command" ? title.replaceAll(PROGRAM, "") : title;
    text += `${names} ${aliases.join(" ")}\n`.toLowerCase();
    ends.push(text.length);
  }
  return { text, ends };
}

/**
 * What all words start with that compare as similar to the given one: see wordSimilarity. Words of
 * four letters and more may have another ending, or end in `ies` instead of `y`.
 */
const commonStart = (base: string): string =>
  base.length <= 4 && base.endsWith("y") ? base.slice(0, -1) : base.slice(0, 4);

/** Adds the numbers of the places that have a text in one of their names. */
function addPlacesWith({ text, ends }: NameText, wanted: string, found: Set<number>): void {
  let place = 0;
  let at = text.indexOf(wanted);
  while (at >= 0) {
    while ((ends[place] ?? text.length) <= at) place += 1;
    found.add(place);
    // The rest of a place that has it once is not looked through.
    at = text.indexOf(wanted, ends[place]);
  }
}

/**
 * Numbers of the places with a name that may have something of the given words, in their order;
 * those of all others have nothing.
 */
export function placesWithAny(names: NameText, words: readonly Word[]): Set<number> {
  const starts = new Set<string>();
  for (const { base } of words) {
    for (const one of [base, ...siteWordsFor(base)]) starts.add(commonStart(one));
  }
  const found = new Set<number>();
  for (const start of starts) addPlacesWith(names, start, found);
  return found;
}
