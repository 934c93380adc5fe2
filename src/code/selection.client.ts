const SOURCE = ".code [data-source]";
/** What is copied when the reader starts in it, and left out of commands otherwise. */
const BESIDE = ".note, .output";

const elementOf = (node: Node | null) => (node instanceof Element ? node : node?.parentElement);

/** The texts within a range, each with what the range has of it. */
function* textsIn(range: Range): Generator<[Element, string]> {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let node = root instanceof Text ? root : walker.nextNode();
  for (; node instanceof Text; node = walker.nextNode()) {
    if (!node.parentElement || !range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    yield [node.parentElement, node.data.slice(start, end)];
  }
}

/**
 * The text to copy when a selection contains code and no prose.
 * @param selection what the reader has selected
 * @returns commands one a line, other code as it is; undefined where the browser's own copy is right
 */
function codeOf(selection: Selection): string | undefined {
  if (elementOf(selection.anchorNode)?.closest(BESIDE)) return undefined;
  const found = new Map<Element, string>();
  for (let index = 0; index < selection.rangeCount; index += 1) {
    for (const [element, text] of textsIn(selection.getRangeAt(index))) {
      const source = element.closest(SOURCE);
      if (source) found.set(source, (found.get(source) ?? "") + text);
      else if (text.trim() && !element.closest(".code") && element.checkVisibility())
        return undefined;
    }
  }
  const pieces = Array.from(found, ([source, text]) =>
    source.closest(".command") ? text.trimEnd() : text,
  );
  return pieces.filter(Boolean).join("\n") || undefined;
}

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  // What a field has selected is its own.
  if (event.target instanceof Element && event.target.closest("input, textarea")) return;
  const text = codeOf(selection);
  if (text === undefined) return;
  event.clipboardData.setData("text/plain", text);
  event.preventDefault();
});

/**
 * Keeps notes and outputs out of a selection that starts elsewhere, so that nothing is marked that
 * will not be copied.
 * @param target where it starts
 */
export function startSelecting(target: EventTarget | null): void {
  const beside = target instanceof Node ? elementOf(target)?.closest(BESIDE) : undefined;
  const root = document.documentElement;
  // What was left out would count as selected now, and be dragged along with it.
  if (beside && root.hasAttribute("data-selected")) getSelection()?.removeAllRanges();
  root.toggleAttribute("data-selected", !beside);
}

// Before a selection starts: nothing can start in what cannot be selected.
document.addEventListener("pointerdown", ({ target }) => {
  startSelecting(target);
});
