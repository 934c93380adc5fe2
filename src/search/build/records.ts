import type { ChildNode, Element, ParentNode } from "domhandler";
import { isTag } from "domhandler";
import type { Kind } from "../match/place.ts";
import { elementsIn, find, findAll, has, hasClass, readHtml, textIn } from "./html-tree.ts";

/** One place that search can lead to. */
export interface SearchRecord {
  kind: Kind;
  /** Address from the site's root, with the fragment of the exact place. */
  url: string;
  /** What the result is called: a heading, a command, a file name, a message, a term. */
  title: string;
  /** Title of the page that the place is on. */
  page: string;
  /** Heading that it is listed under; empty for a message, which takes its page's. */
  group: string;
  /** Other words that lead here, joined by `, `. */
  aliases: string;
  /** Words that give a message another meaning, joined by `, `. */
  unless?: string;
  /** Address of the page that explains a term at length. */
  more?: string;
  /** What a command does to the cluster: see src/kubectl/verbs.ts. */
  effect?: string;
  /**
   * Text in order of reading; code apart, since it counts for less. A page's own is what comes
   * before its first section.
   */
  text: string;
  code: string;
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();
const byName = (name: string) => (element: Element) => element.name === name;
const byClass = (name: string) => (element: Element) => hasClass(element, name);
const byAttribute = (name: string) => (element: Element) => has(element, name);
const isCodeFigure = (element: Element) => element.name === "figure" && hasClass(element, "code");

/** Elements whose text is a word of its own, even where the markup has no space between them. */
const BLOCKS = new Set(["p", "li", "th", "td", "dt", "dd", "h3", "summary", "figcaption", "br"]);

/** Texts of a part of a page. */
interface Found {
  text: string[];
  code: string[];
}

/** Text of a node; what its code blocks say goes into `found`. */
function readText(node: ChildNode, found: Found): string {
  if (!isTag(node)) return textIn(node);
  // A drawing says in its description what it says in scattered words.
  if (node.name === "svg") return ` ${textIn(find(node, byName("desc")))} `;
  if (isCodeFigure(node)) {
    found.text.push(...findAll(node, byClass("note")).map((note) => squeeze(textIn(note))));
    found.code.push(
      ...findAll(node, byAttribute("data-source")).map((one) => squeeze(textIn(one))),
    );
    return "";
  }
  const text = node.children.map((child) => readText(child, found)).join("");
  return BLOCKS.has(node.name) || hasClass(node, "label") ? `${text} ` : text;
}

/** Text of elements with that of their code blocks apart. */
function textAndCode(elements: readonly Element[]): { text: string; code: string } {
  const found: Found = { text: [], code: [] };
  for (const element of elements) found.text.push(squeeze(readText(element, found)));
  return { text: found.text.filter(Boolean).join(" "), code: found.code.join(" ") };
}

/** The elements that pass a test, of the given ones and of those below them. */
const findWithin = (elements: readonly Element[], test: (element: Element) => boolean) =>
  elements.flatMap((one) => (test(one) ? [one] : findAll(one, test)));

interface Section {
  heading: Element | undefined;
  elements: Element[];
}

/** The parts of a page: what comes before the first `h2`, and what follows each. */
function sectionsOf(prose: Element): Section[] {
  const parts: Section[] = [{ heading: undefined, elements: [] }];
  for (const element of elementsIn(prose)) {
    const heading = find(element, byName("h2"));
    if (heading) parts.push({ heading, elements: [] });
    else parts.at(-1)?.elements.push(element);
  }
  return parts;
}

/** What all records of a page share. */
type OfPage = Pick<SearchRecord, "url" | "page" | "group">;

function commandRecords(elements: readonly Element[], { url, page }: OfPage): SearchRecord[] {
  return elements
    .flatMap((element) => findAll(element, byClass("command")))
    .map((command) => ({
      kind: "command",
      url: `${url}#${command.attribs["id"] ?? ""}`,
      title: textIn(find(command, byAttribute("data-source"))),
      page,
      group: "Commands",
      effect: command.attribs["data-effect"] ?? "",
      aliases: "",
      text: squeeze(textIn(find(command, byClass("note")))),
      code: "",
    }));
}

function manifestRecords(elements: readonly Element[], { url, page }: OfPage): SearchRecord[] {
  const isWhole = (one: Element) =>
    one.name === "figure" && has(one, "data-manifest") && has(one, "id");
  return findWithin(elements, isWhole).map((figure) => ({
    kind: "manifest",
    url: `${url}#${figure.attribs["id"] ?? ""}`,
    title: figure.attribs["data-manifest"] ?? "",
    page,
    group: "Manifests",
    aliases: "",
    text: "",
    code: textAndCode([figure]).code,
  }));
}

/**
 * The section, followed by its commands, as documentsOf expects, and whole manifests.
 * @param names other words for sections, by the id of their heading
 */
function sectionRecords(
  { heading, elements }: Section,
  place: OfPage,
  names: Readonly<Record<string, readonly string[]>>,
): SearchRecord[] {
  const parts = [...commandRecords(elements, place), ...manifestRecords(elements, place)];
  // Questions repeat what other sections say, and these answer.
  const asks = elements.length > 0 && elements.every((one) => hasClass(one, "question"));
  if (!heading || asks) return parts;
  const id = heading.attribs["id"] ?? "";
  const url = `${place.url}#${id}`;
  const title = squeeze(textIn(heading));
  const aliases = (names[id] ?? []).join(", ");
  return [{ ...place, kind: "section", url, title, aliases, ...textAndCode(elements) }, ...parts];
}

/** A command that is shown twice leads to where the reader meets it first. */
function withoutRepeated(records: readonly SearchRecord[]): SearchRecord[] {
  const commands = new Set<string>();
  return records.filter(({ kind, title }) => {
    if (kind !== "command") return true;
    const isNew = !commands.has(title);
    commands.add(title);
    return isNew;
  });
}

function articleRecords(document: ParentNode, url: string, article: Element): SearchRecord[] {
  const meta = (name: string) => {
    const found = find(document, (one) => one.name === "meta" && one.attribs["name"] === name);
    return squeeze(found?.attribs["content"] ?? "");
  };
  const page = squeeze(textIn(find(article, byName("h1"))));
  const crumbs = find(article, byClass("crumbs"));
  const group = squeeze(textIn(crumbs && find(crumbs, byName("a"))));
  const question = squeeze(textIn(find(article, byClass("lead"))));
  const prose = find(article, byAttribute("data-prose"));
  const parts = prose ? sectionsOf(prose) : [];
  const intro = textAndCode(parts[0]?.elements ?? []);
  const place = { url, page, group };
  const own: SearchRecord = {
    ...place,
    kind: "page",
    title: page,
    aliases: [meta("keywords"), question.replace(/[,?]/g, "")].filter(Boolean).join(", "),
    text: [meta("description"), question, intro.text].filter(Boolean).join(" "),
    code: intro.code,
  };
  const names = JSON.parse(meta("section-keywords") || "{}") as Record<string, string[]>;
  return withoutRepeated([own, ...parts.flatMap((part) => sectionRecords(part, place, names))]);
}

function termRecord(element: Element, url: string, page: string): SearchRecord {
  const more = find(element, byClass("more"));
  const definition = find(element, byName("dd"));
  return {
    kind: "term",
    url: `${url}#${element.attribs["id"] ?? ""}`,
    title: squeeze(textIn(find(element, byName("dt")))),
    page,
    group: page,
    aliases: squeeze(element.attribs["data-aliases"] ?? ""),
    more: (more && find(more, byName("a")))?.attribs["href"] ?? "",
    text: squeeze(textIn(definition && find(definition, byName("p")))),
    code: "",
  };
}

/**
 * Reads what search can lead to out of a built page.
 * @param html the page as it is served
 * @param url its address from the site's root
 * @returns a record for the page and one for each section, command and whole manifest of an
 *   article; for the glossary one a term; for the list of all pages one a message
 */
export function recordsOf(html: string, url: string): SearchRecord[] {
  const document = readHtml(html);
  const article = find(document, byAttribute("data-article"));
  if (article) return articleRecords(document, url, article);
  const page = squeeze(textIn(find(document, byName("h1"))));
  const terms = findAll(document, byAttribute("data-term"));
  const lists = findAll(document, byAttribute("data-errors"));
  const links = lists.flatMap((list) => findAll(list, byName("a")));
  const errors = links.map((link) => ({
    kind: "error" as const,
    url: link.attribs["href"] ?? url,
    title: squeeze(textIn(link)),
    page: squeeze(link.attribs["data-page"] ?? ""),
    group: "",
    aliases: "",
    unless: link.attribs["data-unless"] ?? "",
    text: "",
    code: "",
  }));
  return [...terms.map((term) => termRecord(term, url, page)), ...errors];
}

/**
 * Removes from a page what only the index reads, so that readers need not load it.
 * @param html the page as it was built
 */
export const withoutAliases = (html: string): string =>
  html.replace(/<meta name="(?:section-)?keywords" content="[^"]*">/g, "");
