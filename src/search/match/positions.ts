/**
 * Which positions of the full-text index belong to which place. Pagefind indexes one document per
 * page: for each place of the page its names, its text and its code, one after the other.
 */
export interface PositionsFile {
  /** Pagefind's id of each page. */
  ids: string[];
  /** Number of places of each page. */
  places: number[];
  /** Number of words of each place. */
  names: number[];
  text: number[];
  code: number[];
  /**
   * For a command, how many places before it comes the section that has it; 0 for other places. Its
   * words are code of that section, too, which the index does not repeat.
   */
  steps: number[];
}

/** The words of one page in the full-text index. */
interface IndexedPage {
  /** Id of its first place. */
  first: number;
  /** Position behind the names, the text and the code of each place in turn. */
  ends: readonly number[];
}

export interface Positions {
  /** Id of the section that has a command, by the command's id; for other places, their own id. */
  sections: readonly number[];
  pages: ReadonlyMap<string, IndexedPage>;
  /** Number of words of each place. */
  lengths: readonly number[];
  averageLength: number;
}

/** Prepares the file for look-up. */
export function readPositions({ ids, places, names, text, code, steps }: PositionsFile): Positions {
  const pages = new Map<string, IndexedPage>();
  const lengths: number[] = [];
  let first = 0;
  for (const [number, id] of ids.entries()) {
    const ends: number[] = [];
    let end = 0;
    const next = first + (places[number] ?? 0);
    for (let place = first; place < next; place += 1) {
      const start = end;
      for (const field of [names, text, code]) ends.push((end += field[place] ?? 0));
      lengths.push(end - start);
    }
    pages.set(id, { first, ends });
    first = next;
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const sections = lengths.map((_, place) => place - (steps[place] ?? 0));
  return { sections, pages, lengths, averageLength: total / (lengths.length || 1) };
}

/** A document of the full-text index that has a word. */
export interface Occurrences {
  /** Pagefind's id of the page. */
  id: string;
  /** Positions of the word, ascending. */
  words: readonly number[];
}

/** Weight of an occurrence in the names, the text and the code of a place. */
const FIELD_WEIGHTS = [5, 1, 0.4] as const;
const [NAMES, TEXT, CODE] = [0, 1, 2] as const;

/** Of the weight of an occurrence in a place, what the page as a whole gets. */
const PAGE_SHARE = 0.3;

/** Parameters of BM25: saturation of repeated words, and influence of a place's length. */
const SATURATION = 1.2;
const LENGTH_INFLUENCE = 0.3;

/** Adds up the weights of a word's occurrences, by place. */
function termFrequencies(
  { sections, pages }: Positions,
  occurrences: readonly Occurrences[],
): Map<number, number> {
  const frequencies = new Map<number, number>();
  const add = (place: number, weight: number) =>
    frequencies.set(place, (frequencies.get(place) ?? 0) + weight);
  for (const { id, words } of occurrences) {
    const page = pages.get(id);
    if (!page) continue;
    let at = 0;
    for (const position of words) {
      while (position >= (page.ends[at] ?? Infinity)) at += 1;
      const place = page.first + Math.floor(at / FIELD_WEIGHTS.length);
      const field = at % FIELD_WEIGHTS.length;
      add(place, FIELD_WEIGHTS[field] ?? 0);
      const section = sections[place] ?? place;
      const isCode = field === CODE || (field === NAMES && section !== place);
      if (isCode && section !== place) add(section, FIELD_WEIGHTS[CODE]);
      // The first place is the page as a whole, which has the texts of all others.
      if (section === page.first || (field === NAMES && !isCode)) continue;
      add(page.first, PAGE_SHARE * FIELD_WEIGHTS[isCode ? CODE : TEXT]);
    }
  }
  return frequencies;
}

/**
 * BM25 scores of the places that have a word.
 * @returns scores by a place's id
 */
export function textScores(
  positions: Positions,
  occurrences: readonly Occurrences[],
): Map<number, number> {
  const frequencies = termFrequencies(positions, occurrences);
  const { lengths, averageLength } = positions;
  const idf = Math.log(1 + lengths.length / (1 + frequencies.size));
  const scores = new Map<number, number>();
  for (const [place, frequency] of frequencies) {
    const length = (lengths[place] ?? 0) / averageLength;
    const saturation = SATURATION * (1 - LENGTH_INFLUENCE + LENGTH_INFLUENCE * length);
    scores.set(place, (idf * frequency) / (frequency + saturation));
  }
  return scores;
}
