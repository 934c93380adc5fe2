import { slug } from "github-slugger";
import { parseCall } from "../../src/kubectl/arguments.ts";
import { lineOf, nodesOf, textOf } from "../../src/content/mdx-tree.ts";
import type { Page } from "../../src/content/pages.ts";
import { commandsOf } from "../../src/content/shell-blocks.ts";
import { fragmentsOf } from "./page-text.ts";
import { PROSE_RULES } from "./prose-rules.ts";
import { finding, quote, type Rule, type Site } from "./rule.ts";
import { SHAPE_RULES } from "./shape-rules.ts";
import { TERM_RULES } from "./term-rules.ts";

const WIDEST = 72;
const LONGEST_NOTE = 90;

const PROGRAMS = /^(?:kubectl|docker|git|npm|pip|bash|node|curl)\s/;
/** Verbs of kubectl that prose may name without their subcommand. */
const GROUPS = ["auth", "config", "rollout", "set", "top"];
/** Words of prose that no command of this site has as a word of its own. */
const PROSE = /[—–]|\s(?:the|and|or|at|for|to|of|in|with|then|look|shows|prints|is)\s/;
/** Addresses that are no page of content/. */
const ROUTES = /^\/(?:$|#|glossary\/|manifests\/|search\/|guide\/$|background\/$|reference\/$)/;

const spans = (page: Page) => nodesOf(page.tree, "inlineCode");

function mixedSpans(page: Page): string[] {
  return spans(page).flatMap((node) => {
    const text = node.value ?? "";
    if (!PROGRAMS.test(text)) return [];
    const words = text.split(/\s+/);
    const group = words.length === 2 && GROUPS.includes(words[1] ?? "");
    const unknown = words[0] === "kubectl" && !group && parseCall(words).verb === undefined;
    if (!unknown && !PROSE.test(text) && !/<[a-z-]+>[^\s/.:'"]/.test(text)) return [];
    const hint = "end the span where the command ends";
    return [
      finding(page, lineOf(node), `prose within a command's code span: ${quote(text)}`, hint),
    ];
  });
}

function curlyCode(page: Page): string[] {
  return [...spans(page), ...nodesOf(page.tree, "code")].flatMap((node) => {
    const found = /[“”‘’–—]/.exec(node.value ?? "")?.[0];
    if (!found) return [];
    const hint = "write straight quotes and hyphens, since readers copy it";
    return [finding(page, lineOf(node), `typographic "${found}" in code`, hint)];
  });
}

function linkProblem(url: string, page: Page, site: Site): [string, string] | undefined {
  if (/^[a-z]+:/.test(url)) {
    if (url.startsWith("https://kubernetes.io/docs/")) return undefined;
    return [`a link to ${url}`, "outside the site, only https://kubernetes.io/docs/ is linked"];
  }
  const [path = "", fragment] = url.split("#");
  if (ROUTES.test(url) && !(path === "/glossary/" && fragment && !site.terms.has(fragment))) return;
  const id = path === "" ? page.id : path.replace(/^\/|\/$/g, "");
  const target = [page, ...site.pages].find((candidate) => candidate.id === id);
  if (!target) return [`a link to ${url}, which is no page`, `the site has ${ids(site)}`];
  if (path !== "" && path !== `/${id}/`) return [`a link to ${url}`, `write /${id}/`];
  if (fragment === undefined || fragmentsOf(target).includes(fragment)) return undefined;
  return [`a link to ${url}, which is no heading`, `it has ${fragmentsOf(target).join(", ")}`];
}

const ids = (site: Site) => site.pages.map(({ id }) => `/${id}/`).join(", ");

function deadLinks(page: Page, site: Site): string[] {
  return nodesOf(page.tree, "link").flatMap((node) => {
    const problem = linkProblem(node.url ?? "", page, site);
    return problem ? [finding(page, lineOf(node), ...problem)] : [];
  });
}

function headingOrder(page: Page): string[] {
  let before = 1;
  return nodesOf(page.tree, "heading").flatMap((node) => {
    const depth = node.depth ?? 0;
    const wrong = depth === 1 || depth > before + 1;
    const what = `a heading of level ${depth} below one of level ${before}`;
    const hint = "the title is the h1; begin with ## and leave out no level";
    before = depth;
    return wrong ? [finding(page, lineOf(node), what, hint)] : [];
  });
}

function repeatedHeadings(page: Page): string[] {
  const seen = new Map<string, number>();
  return nodesOf(page.tree, "heading").flatMap((node) => {
    const id = slug(textOf(node));
    const before = seen.get(id);
    seen.set(id, lineOf(node));
    if (before === undefined) return [];
    const what = `the heading ${quote(textOf(node))}, which line ${before} has too`;
    return [finding(page, lineOf(node), what, "give each a text of its own, for its address")];
  });
}

function badFrontMatter(page: Page): string[] {
  const { aliases, short } = page.data;
  const say = (what: string, hint: string) => finding(page, 1, what, hint);
  return [
    ...aliases
      .filter((alias) => alias !== alias.toLowerCase())
      .map((alias) => say(`the alias "${alias}"`, "write it in lower case")),
    ...aliases
      .filter((alias, index) => aliases.indexOf(alias) !== index)
      .map((alias) => say(`the alias "${alias}" twice`, "keep one")),
    ...short
      .filter((line) => line.split("`").length % 2 === 0)
      .map((line) => say(`an odd backtick in ${quote(line)}`, "close the code span")),
  ];
}

function badCommands(page: Page): string[] {
  return commandsOf(page).flatMap(({ text, note = "", line }) => [
    ...(note.length > LONGEST_NOTE
      ? [finding(page, line, `a note of ${note.length}`, "cut it")]
      : []),
    ...(/^[a-z]+(?=\s|$)/.test(note)
      ? [finding(page, line, `the note ${quote(note)}`, "capitalise it")]
      : []),
    ...(/^[$>]\s/.test(text) ? [finding(page, line, "a prompt", "leave it out: it is drawn")] : []),
  ]);
}

function wideSamples(page: Page): string[] {
  return nodesOf(page.tree, "code").flatMap((node) =>
    (node.lang === "sh" ? [] : (node.value ?? "").split("\n")).flatMap((text, index) => {
      if (text.length <= WIDEST) return [];
      const hint = `break it at ${WIDEST} columns`;
      return [finding(page, lineOf(node) + index + 1, `a line of ${text.length} columns`, hint)];
    }),
  );
}

/** The rules by name; what the build refuses itself is not among them. */
export const RULES: Record<string, Rule> = {
  ...PROSE_RULES,
  ...SHAPE_RULES,
  ...TERM_RULES,
  "no prose in a command's code span": mixedSpans,
  "code is typed with straight characters": curlyCode,
  "links lead somewhere": deadLinks,
  "headings keep their order, without h1": headingOrder,
  "headings of a page differ": repeatedHeadings,
  "front matter is in order": badFrontMatter,
  "commands are in order": badCommands,
  "file samples fit": wideSamples,
};
