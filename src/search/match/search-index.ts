import { namesOf, type Names } from "./name-similarity.ts";
import type { Place } from "./place.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A place with its names prepared for comparison. */
export interface NamedPlace {
  place: Place;
  names: Names;
}

/** What is searched. */
export interface SearchIndex {
  /** By id. */
  places: ReadonlyMap<number, NamedPlace>;
  /** The places that have a token in one of their names, by the token's id. */
  byToken: ReadonlyMap<number, readonly NamedPlace[]>;
  vocabulary: Vocabulary;
}

/** Prepares places for comparison with queries. */
export function toSearchIndex(all: readonly Place[], vocabulary: Vocabulary): SearchIndex {
  const places = new Map<number, NamedPlace>();
  const byToken = new Map<number, NamedPlace[]>();
  for (const place of all) {
    const named = { place, names: namesOf(place) };
    places.set(place.id, named);
    for (const { tokens } of named.names.names) {
      for (const { id } of tokens) {
        const others = byToken.get(id);
        if (!others) byToken.set(id, [named]);
        else if (others.at(-1) !== named) others.push(named);
      }
    }
  }
  return { places, byToken, vocabulary };
}
