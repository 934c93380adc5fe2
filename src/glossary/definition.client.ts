import { adoptStyles, create } from "../page/dom.client.ts";
import { HoverCard } from "../page/hover-card.client.ts";
import { inlineCode } from "../text/inline-code.ts";
import { fetchJson, loadOnce } from "../page/load-once.client.ts";
import { DEFINITIONS, type Definition } from "./definitions.ts";
import styles from "./definition.css?inline";

adoptStyles(styles);

const ID = "definition";
const name = create("strong");
const text = create("p", { id: `${ID}-text` });
const page = create("a");
const more = create("p", { class: "more" }, "More: ", page);
const popover = create("div", { id: ID, class: "definition" }, name, text, more);

const load = loadOnce(async (url: string) => (await fetchJson(url)) as Record<string, Definition>);
let shown: HTMLElement | undefined;

const isShown = (target: Element) => shown?.contains(target) ?? false;

const card = new HoverCard(popover, { at: isShown, keeps: isShown, ended });

function ended(back: boolean): void {
  if (back && popover.contains(document.activeElement)) shown?.focus();
  shown?.removeAttribute("aria-describedby");
  shown?.classList.remove("defined");
  shown = undefined;
}

/**
 * Shows the definition of a term beside it.
 * @param term the link to the term in the glossary
 * @param tapped whether a finger asked for it; pointer and focus have to be there still
 * @throws whatever loading the definitions threw; the next call tries again
 */
export async function showDefinition(term: HTMLAnchorElement, tapped: boolean): Promise<void> {
  const isLast = card.ask();
  const asked = () => tapped || term.matches(":focus-visible");
  if (term === shown) {
    card.show(term, asked());
    return;
  }
  const all = await load(DEFINITIONS);
  const definition = all[decodeURIComponent(term.hash.slice(1))];
  if (!isLast() || !definition || !(asked() || term.matches(":hover"))) return;
  card.end();
  shown = term;
  name.textContent = definition.term;
  text.replaceChildren(
    ...inlineCode(definition.text).map(({ text: piece, code }) =>
      code ? create("code", {}, piece) : piece,
    ),
  );
  page.textContent = definition.page?.title ?? "";
  page.href = definition.page?.href ?? "";
  more.hidden = !definition.page || page.pathname === location.pathname;
  term.classList.add("defined");
  term.setAttribute("aria-describedby", text.id);
  card.show(term, asked());
}
