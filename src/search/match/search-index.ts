import { namesOf, type Names } from "./name-similarity.ts";
import { nameTextOf, type NameText } from "./name-text.ts";
import type { Place } from "./place.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A place whose names are prepared for comparison when a query first has something of them. */
export class NamedPlace {
  readonly place: Place;
  #names: Names | undefined;

  constructor(place: Place) {
    this.place = place;
  }

  get names(): Names {
    return this.prepare();
  }

  prepare(): Names {
    return (this.#names ??= namesOf(this.place));
  }
}

/** What is searched. */
export interface SearchIndex {
  /** In the order of the site. */
  places: readonly NamedPlace[];
  byId: ReadonlyMap<number, NamedPlace>;
  /** Of the places in their order. */
  nameText: NameText;
  vocabulary: Vocabulary;
}

/** Prepares places for comparison with queries. */
export function toSearchIndex(all: readonly Place[], vocabulary: Vocabulary): SearchIndex {
  const places = all.map((place) => new NamedPlace(place));
  const byId = new Map(places.map((named) => [named.place.id, named]));
  return { places, byId, nameText: nameTextOf(all), vocabulary };
}
