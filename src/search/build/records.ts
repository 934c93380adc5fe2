import { parseHTML } from "linkedom";
import { escapeHtml } from "../../text/escape-html.ts";
import type { Kind } from "../match/place.ts";

/** One place that search can lead to. */
export interface SearchRecord {
  kind: Kind;
  /**
   * Address from the site's root, with the fragment of the exact place. Pagefind keeps one record
   * an address, so a message, which shares its place with a section, adds `~` and its number.
   */
  url: string;
  /** What the result is called: a heading, a command, a file name, a message, a term. */
  title: string;
  /** Title of the page that the place is on. */
  page: string;
  /** What results of its sort stand under; empty for a message, which its page's group takes. */
  group: string;
  /** Other words that lead here, joined by `, `. */
  aliases: string;
  /** Address of the page that explains a term at length. */
  more?: string;
  /** What a command does to the cluster: see src/code/effect.ts. */
  effect?: string;
  /** Text in order of reading; code apart, since it counts for less. */
  text: string;
  code: string;
}

const squeeze = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
const CODE = "figure.code";
/** Elements whose text is a word of its own, even where the markup has no blank between them. */
const BLOCKS = "p, li, th, td, dt, dd, h3, .label, summary, figcaption, br";

/** Text of elements with that of their code blocks apart. */
function textAndCode(elements: readonly Element[]): { text: string; code: string } {
  const text: string[] = [];
  const code: string[] = [];
  for (const element of elements) {
    const copy = element.cloneNode(true) as Element;
    // A drawing says in its description what it says in scattered words.
    for (const drawing of copy.querySelectorAll("svg")) {
      drawing.replaceWith(` ${drawing.querySelector("desc")?.textContent ?? ""} `);
    }
    for (const block of copy.querySelectorAll(BLOCKS)) block.after(" ");
    const figures = copy.matches(CODE) ? [copy] : [...copy.querySelectorAll(CODE)];
    for (const figure of figures) {
      for (const note of figure.querySelectorAll(".note")) text.push(squeeze(note.textContent));
      for (const source of figure.querySelectorAll("[data-source]")) {
        code.push(squeeze(source.textContent));
      }
      figure.remove();
    }
    if (!copy.matches(CODE)) text.push(squeeze(copy.textContent));
  }
  return { text: text.filter(Boolean).join(" "), code: code.join(" ") };
}

/** The parts of a page: what stands before the first `h2`, and what follows each. */
function sectionsOf(prose: Element): { heading: Element | undefined; elements: Element[] }[] {
  const parts: { heading: Element | undefined; elements: Element[] }[] = [
    { heading: undefined, elements: [] },
  ];
  for (const element of prose.children) {
    const heading = element.querySelector("h2") ?? undefined;
    if (heading) parts.push({ heading, elements: [] });
    else parts.at(-1)?.elements.push(element);
  }
  return parts;
}

function articleRecords(document: Document, url: string, article: Element): SearchRecord[] {
  const page = squeeze(article.querySelector("h1")?.textContent);
  const meta = (name: string) =>
    squeeze(document.querySelector(`meta[name="${name}"]`)?.getAttribute("content"));
  const group = squeeze(article.querySelector(".crumbs a")?.textContent);
  const question = squeeze(article.querySelector(".lead")?.textContent);
  const prose = article.querySelector("[data-prose]");
  const parts = prose ? sectionsOf(prose) : [];
  const records: SearchRecord[] = [];
  const whole = textAndCode(parts.flatMap(({ elements }) => elements));
  records.push({
    kind: "page",
    url,
    title: page,
    page,
    group,
    aliases: [meta("keywords"), question.replace(/[,?]/g, "")].filter(Boolean).join(", "),
    text: [meta("description"), squeeze(article.querySelector(".lead")?.textContent), whole.text]
      .filter(Boolean)
      .join(" "),
    code: whole.code,
  });
  for (const { heading, elements } of parts) {
    if (!heading) continue;
    const title = squeeze(heading.textContent);
    records.push({
      kind: "section",
      url: `${url}#${heading.id}`,
      title,
      page,
      group,
      aliases: "",
      ...textAndCode(elements),
    });
  }
  const commands = new Set<string>();
  for (const command of article.querySelectorAll(".command")) {
    const title = command.querySelector("[data-source]")?.textContent ?? "";
    // Told once a page: where the reader meets it first.
    if (commands.has(title)) continue;
    commands.add(title);
    const text = squeeze(command.querySelector(".note")?.textContent);
    records.push({
      kind: "command",
      url: `${url}#${command.id}`,
      title,
      page,
      group: "Commands",
      effect: command.getAttribute("data-effect") ?? "",
      aliases: "",
      text,
      code: "",
    });
  }
  for (const figure of article.querySelectorAll("figure[data-manifest][id]")) {
    const title = figure.getAttribute("data-manifest") ?? "";
    const { code } = textAndCode([figure]);
    records.push({
      kind: "manifest",
      url: `${url}#${figure.id}`,
      title,
      page,
      group: "Manifests",
      aliases: "",
      text: "",
      code,
    });
  }
  return records;
}

/**
 * Reads what search can lead to out of a built page.
 * @param html the page as it is served
 * @param url its address from the site's root
 * @returns a record for the page and one for each section, command and whole manifest of an
 *   article; for the glossary one a term; for the list of all pages one a message
 */
export function recordsOf(html: string, url: string): SearchRecord[] {
  const { document } = parseHTML(html);
  const article = document.querySelector("[data-article]");
  if (article) return articleRecords(document, url, article);
  const page = squeeze(document.querySelector("h1")?.textContent);
  const terms = [...document.querySelectorAll("[data-term]")].map((element) => ({
    kind: "term" as const,
    url: `${url}#${element.id}`,
    title: squeeze(element.querySelector("dt")?.textContent),
    page,
    group: page,
    aliases: squeeze(element.getAttribute("data-aliases")),
    more: element.querySelector(".more a")?.getAttribute("href") ?? "",
    text: squeeze(element.querySelector("dd p")?.textContent),
    code: "",
  }));
  const errors = [...document.querySelectorAll("[data-errors] a")].map((link, index) => ({
    kind: "error" as const,
    url: `${link.getAttribute("href") ?? url}~${index}`,
    title: squeeze(link.textContent),
    page: squeeze(link.getAttribute("data-page")),
    group: "",
    aliases: "",
    text: "",
    code: "",
  }));
  return [...terms, ...errors];
}

/**
 * Takes what only the index reads out of a page: readers need not load it.
 * @param html the page as it was built
 */
export const withoutAliases = (html: string): string =>
  html.replace(/<meta name="keywords" content="[^"]*">/, "");

/**
 * A record as the small HTML document that Pagefind weighs and indexes. Titles, page names and
 * aliases are metadata: searched, and kept out of excerpts.
 * @param record the place
 */
export function toHtml({ title, page, aliases, text, code }: SearchRecord): string {
  const meta = (name: string, value: string) =>
    value &&
    `<p data-pagefind-meta="${name}" data-pagefind-ignore="index">${escapeHtml(value)}</p>`;
  return [
    `<html lang="en"><body>`,
    meta("title", title),
    meta("page", page),
    meta("aliases", aliases),
    // A record without text of its own would be left out of the index.
    `<p>${escapeHtml(text || title)}</p>`,
    `<pre data-pagefind-weight="0.4">${escapeHtml(code)}</pre>`,
    "</body></html>",
  ].join("");
}
