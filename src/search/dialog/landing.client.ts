import { adoptStyles } from "../../page/dom.client.ts";
import { readJson } from "../../page/json-storage.client.ts";
import { writeText } from "../../page/storage.client.ts";
import { textMatcher } from "../match/text-matcher.ts";
import { isLanding, LANDING } from "./landing-note.ts";
import styles from "./landing.css?inline";

adoptStyles(styles);

/** Most matches that are marked: a page full of marks shows nothing. */
const LIMIT = 60;
const NAME = "found";

/** The elements that a place is made of: a heading has what follows it up to the next. */
function scopeOf(place: Element): Element[] {
  if (!place.matches("h2, h3")) {
    const definition = place.matches("dt, [data-term] > *") ? place.nextElementSibling : null;
    return definition ? [place, definition] : [place];
  }
  const first = place.closest("[data-prose] > *") ?? place;
  const scope = [first];
  for (let next = first.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.querySelector("h2") ?? next.matches("h2")) break;
    scope.push(next);
  }
  return scope;
}

function rangesIn(root: Element, matcher: RegExp): Range[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("button, .hidden, [hidden], nav")
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of (node.nodeValue ?? "").matchAll(matcher)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  return ranges;
}

function mark(ranges: readonly Range[]): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
}

const isSeen = (range: Range) => {
  const { top, bottom, height } = range.getBoundingClientRect();
  return height > 0 && top > 60 && bottom < innerHeight;
};

/** Takes the marks away when the reader goes on. */
function clear(): void {
  if ("highlights" in CSS) CSS.highlights.delete(NAME);
  for (const place of document.querySelectorAll(".landed")) place.classList.remove("landed");
}

function focus(place: HTMLElement): void {
  if (!place.matches("a[href], button, input, [tabindex]")) {
    place.tabIndex = -1;
    place.addEventListener(
      "blur",
      () => {
        place.removeAttribute("tabindex");
      },
      { once: true },
    );
  }
  place.focus({ preventScroll: true });
}

/**
 * Shows the place that a result led to: scrolled to, focused, marked, with the words of the search.
 * @param words of the search
 * @param hash of the place, with `#`; empty for a page as a whole
 */
export function land(words: readonly string[], hash: string): void {
  clear();
  const id = decodeURIComponent(hash.slice(1));
  const place = id === "" ? null : document.getElementById(id);
  if (place) {
    for (
      let box = place.closest("details");
      box;
      box = box.parentElement?.closest("details") ?? null
    )
      box.open = true;
    place.classList.add("landed");
    focus(place);
    place.scrollIntoView({ block: "start" });
  } else {
    const title = document.querySelector<HTMLElement>("main h1");
    if (title) focus(title);
  }
  const matcher = textMatcher(words);
  const scope = place ? scopeOf(place) : [...document.querySelectorAll("main article, main h1")];
  const ranges = matcher ? scope.flatMap((root) => rangesIn(root, matcher)).slice(0, LIMIT) : [];
  mark(ranges);
  const [first] = ranges;
  if (first && !ranges.some(isSeen)) {
    first.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }
  addEventListener("pointerdown", clear, { once: true });
}

/** Shows the place when a search on the page before led here. */
export function landFromSearch(): void {
  const landing = readJson(LANDING, "sessionStorage");
  writeText(LANDING, null, "sessionStorage");
  if (!isLanding(landing) || landing.url !== location.pathname + location.hash) return;
  land(landing.words, location.hash);
}
