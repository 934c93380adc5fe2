import { create } from "../components/create.client.ts";
import { search } from "./engine.client.ts";

/** Turns `/guide/crash-loop_backoff.html` into words to search for. */
function wordsOf(path: string): string {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // Not valid percent encoding: search for it as it stands.
  }
  const words = decoded.replace(/\.\w+$/, "").split(/[^\p{L}\p{N}]+/u);
  return words.filter(Boolean).slice(-6).join(" ").slice(0, 100);
}

/** On the page for unknown addresses: lists what the words of the address find. */
class SearchAddress extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const query = wordsOf(location.pathname);
    if (query === "") return;
    const { hits } = await search(query).catch(() => ({ hits: [] }));
    const places = hits.filter(({ kind }) => kind !== "command").slice(0, 6);
    if (places.length === 0) return;
    const list = create("ul");
    for (const { url, title, page } of places) {
      const link = create("a", { href: url }, title);
      list.append(create("li", {}, link, title === page ? "" : ` · ${page}`));
    }
    this.prepend(create("p", {}, `Closest to “${query}”:`), list);
  }
}

customElements.define("search-address", SearchAddress);
