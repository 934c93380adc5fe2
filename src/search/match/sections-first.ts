import type { Match } from "./rank.ts";

/** From this similarity of its own name on, a page is meant as a whole. */
const PAGE_MEANT = 0.8;

/** Of a page's score, what each of its sections gets on top of its own. */
const FROM_PAGE = 0.57;

/** What a page that is not meant as a whole keeps of its score: its sections answer. */
const PAGE_KEEPS = 0.7;

/** The fragment of the first section of a symptom's page, which is the page's own answer. */
const START = "#find-the-cause";

function pageOf({ place: { url } }: Match): string {
  const at = url.indexOf("#");
  return at < 0 ? url : url.slice(0, at);
}

/** From this on a message is surely in the query: see messageIn. */
const SURE = 0.6;

/** Whether the query has a message that a certain section of the page answers, not its start. */
const isTelling = ({ place, message }: Match) => message >= SURE && !place.url.endsWith(START);

const isPart = ({ place }: Match) => place.kind === "section" || place.kind === "error";

/**
 * Ranks sections before pages, which collect the words of all their sections, unless a page is
 * meant as a whole: a section counts more on a page that is about the query. Of a page and its
 * first section, the better one is kept.
 * @param matches in any order
 * @returns best first
 */
export function sectionsFirst(matches: readonly Match[]): Match[] {
  const pages = new Map<string, Match>();
  const parts = new Set<string>();
  const told = new Set<string>();
  for (const match of matches) {
    if (match.place.kind === "page") pages.set(match.place.url, match);
    if (isPart(match)) parts.add(pageOf(match));
    if (isTelling(match)) told.add(pageOf(match));
  }
  const isMeant = ({ name, place: { url } }: Match) =>
    !parts.has(url) || (name >= PAGE_MEANT && !told.has(url));
  const rescored = matches.map((match) => {
    const { kind } = match.place;
    if (kind === "page") {
      return { ...match, score: (isMeant(match) ? 1 + FROM_PAGE : PAGE_KEEPS) * match.score };
    }
    if (!isPart(match)) return match;
    const context = pages.get(pageOf(match))?.score ?? match.score;
    return { ...match, score: match.score + FROM_PAGE * context };
  });
  rescored.sort((a, b) => b.score - a.score);
  return spread(onceEach(tellingFirst(rescored)));
}

/** Of each page, puts the best message that a certain section answers before its start. */
function tellingFirst(matches: readonly Match[]): Match[] {
  const sorted = [...matches];
  for (const telling of matches.filter(isTelling)) {
    const page = pageOf(telling);
    const start = sorted.findIndex((one) => one.place.url === page + START);
    const at = sorted.indexOf(telling);
    if (start < 0 || start > at) continue;
    sorted.splice(at, 1);
    sorted.splice(start, 0, telling);
  }
  return sorted;
}

/** How many of the first places are shown together, and how many of them one page may have. */
const FIRST = { places: 3, ofOnePage: 2 };

/** Lets a second page into the first places when one page would have them all. */
function spread(matches: Match[]): Match[] {
  const [best, ...others] = matches.slice(0, FIRST.places);
  if (!best || others.some((one) => pageOf(one) !== pageOf(best))) return matches;
  const at = matches.findIndex((one) => pageOf(one) !== pageOf(best));
  const [next] = at < 0 ? [] : matches.splice(at, 1);
  if (next) matches.splice(FIRST.ofOnePage, 0, next);
  return matches;
}

/** Keeps of a page and its first section the better one. */
function onceEach(matches: readonly Match[]): Match[] {
  const seen = new Set<string>();
  return matches.filter((match) => {
    const { kind, url } = match.place;
    if (kind !== "page" && !url.endsWith(START)) return true;
    const page = pageOf(match);
    if (seen.has(page)) return false;
    seen.add(page);
    return true;
  });
}
