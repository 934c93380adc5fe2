/** An element: the first visible one that a selector finds and whose text contains `text`. */
export type Target = string | { css: string; text: string };

/** An element as it is seen. */
export interface Look {
  /** Where it is in the viewport, in CSS pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Whether all of it is within the viewport. */
  inside: boolean;
  /** Whether a click at its centre reaches it. */
  hit: boolean;
  focused: boolean;
  /** What it says, or what is typed into it; white space collapsed. */
  text: string;
  /** Its accessible name where that is an attribute. */
  label: string;
  href: string;
  color: string;
  background: string;
}

/**
 * Runs in the page: every visible element that a target means.
 * @param scroll whether the first is brought into view beforehand
 */
export function lookAt(target: Target, scroll: boolean): Look[] {
  const { css, text } = typeof target === "string" ? { css: target, text: "" } : target;
  const tidy = (words: string) => words.replace(/\s+/g, " ").trim();
  const found = Array.from(document.querySelectorAll<HTMLElement>(css)).filter(
    (element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      tidy(element.textContent).includes(text),
  );
  // Without an animation, so that what is measured stays where it is.
  if (scroll) found[0]?.scrollIntoView({ block: "center", behavior: "instant" });
  return found.map((element) => {
    // A link over two lines has its centre between them.
    const [box = element.getBoundingClientRect()] = element.getClientRects();
    const { x, y, width, height } = box;
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    const typed = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const { color, backgroundColor } = getComputedStyle(element);
    const { clientWidth, clientHeight } = document.documentElement;
    return {
      x,
      y,
      width,
      height,
      inside: x >= 0 && y >= 0 && box.right <= clientWidth + 1 && box.bottom <= clientHeight + 1,
      hit: top !== null && element.contains(top),
      focused: element === document.activeElement,
      text: typed ? element.value : tidy(element.textContent),
      label: element.getAttribute("aria-label") ?? "",
      href: element instanceof HTMLAnchorElement ? element.href : "",
      color,
      background: backgroundColor,
    };
  });
}
