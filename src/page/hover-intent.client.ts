/** Milliseconds after which a pointer that rests on something means to read about it. */
const REST = 150;

/**
 * Calls back when the pointer rests on something, which a finger does not do.
 * @param selector what can be read about
 * @param ask gets what the pointer is on: it, or an element within it
 */
export function onRest(selector: string, ask: (target: Element) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
  };
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    stop();
    if (pointerType === "touch" || !(target instanceof Element)) return;
    if (target.closest(selector)) timer = setTimeout(ask, REST, target);
  });
  document.addEventListener("click", stop);
}
