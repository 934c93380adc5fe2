/** Turns `/guide/crash-loop_backoff.html` into words to search for. */
function wordsOf(path: string): string {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // Not valid percent encoding: search for it as it is.
  }
  const words = decoded.replace(/\.\w+$/, "").split(/[^\p{L}\p{N}]+/u);
  return words.filter(Boolean).slice(-6).join(" ").slice(0, 100);
}

/** On the page for unknown addresses: lists what the words of the address find. */
export class SearchAddress extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const query = wordsOf(location.pathname);
    if (query === "") return;
    const { closestPlaces } = await import("./closest.client.ts");
    this.prepend(...(await closestPlaces(query)));
  }
}

customElements.define("search-address", SearchAddress);
