import { effectOf } from "../../src/kubectl/effect.ts";
import { attribute, lineOf, nodesOf, textOf, type MdxNode } from "../../src/content/mdx-tree.ts";
import type { Page } from "../../src/content/pages.ts";
import { readSections } from "../../src/content/section-list.ts";
import { commandsOf } from "../../src/content/shell-blocks.ts";
import { site } from "../../src/content/site.ts";
import { finding, type Rule } from "./rule.ts";

const sections = readSections();
const sectionOf = (page: Page) => sections.find(({ id }) => page.id.startsWith(`${id}/`));
const isStart = (page: Page) => page.file.endsWith("/index.mdx");

/** The body of a page by its second-level headings; what comes before the first has none. */
function partsOf(page: Page): { heading: MdxNode | undefined; title: string; nodes: MdxNode[] }[] {
  const parts: ReturnType<typeof partsOf> = [{ heading: undefined, title: "", nodes: [] }];
  for (const node of page.tree.children ?? []) {
    if (node.type === "yaml") continue;
    if (node.type === "heading" && node.depth === 2) {
      parts.push({ heading: node, title: textOf(node), nodes: [] });
    } else parts.at(-1)?.nodes.push(node);
  }
  return parts;
}

const named = (nodes: readonly MdxNode[], name: string) =>
  nodes.filter((node) => node.name === name);

const FIRST = "Find the cause";
const LAST = "Prevent it";
/** Most commands and characters that fit on a phone's first screen below the title. */
const LONGEST_LINE = 110;
const LONGEST_SENTENCE = 130;
const LONGEST_QUESTION = 200;

function causeProblems(page: Page, { heading, title, nodes }: ReturnType<typeof partsOf>[number]) {
  const line = heading ? lineOf(heading) : 1;
  const paragraphs = nodes.filter(({ type }) => type === "paragraph").map((node) => textOf(node));
  const missing = ["Recognise it:", "Fix it:"].filter(
    (words) => !paragraphs.some((text) => text.startsWith(words)),
  );
  const shows = nodes.some(
    (node) => node.type === "code" || node.name === "Manifest" || node.name === "Steps",
  );
  return [
    ...missing.map((words) =>
      finding(page, line, `the cause "${title}" without "${words}"`, `write **${words}** …`),
    ),
    ...(shows
      ? []
      : [finding(page, line, `the cause "${title}" without a command`, "show the one to run")]),
  ];
}

function symptomShape(page: Page): string[] {
  if (!sectionOf(page)?.symptoms || isStart(page)) return [];
  const say = (what: string, hint: string, line = 1) => finding(page, line, what, hint);
  const [before, first, ...others] = partsOf(page);
  const last = others.pop();
  const found: string[] = [];
  if (before && before.nodes.length > 0) {
    found.push(say("text before the first heading", `begin with ## ${FIRST}`));
  }
  if (first?.title !== FIRST || last?.title !== LAST) {
    found.push(say("not the shape of its section", `begin with ## ${FIRST}, end with ## ${LAST}`));
  }
  const [sentence, fence] = first?.nodes ?? [];
  if (sentence?.type !== "paragraph" || textOf(sentence).length > LONGEST_SENTENCE) {
    const hint = `one of up to ${LONGEST_SENTENCE} characters fits on a phone's first screen`;
    found.push(say(`no short sentence under ${FIRST}`, hint));
  }
  const lines = (fence?.value ?? "").split(/(?<!\\)\n/).filter(Boolean);
  if (fence?.lang !== "sh" || lines.length !== 1) {
    found.push(say("not one command", `one fence with one command follows the first sentence`));
  } else if (effectOf(lines[0] ?? "") === "changes" || effectOf(lines[0] ?? "") === "deletes") {
    found.push(say("a first command that changes the cluster", "look before you touch"));
  }
  const seen = (page.data.errors ?? []).filter(({ at }) => at === "find-the-cause");
  if (seen.length < 1 || seen.length > 4) {
    found.push(say(`${seen.length} messages at find-the-cause`, "1 to 4 are shown as You see"));
  }
  found.push(
    ...page.data.short
      .filter((text) => text.length > LONGEST_LINE)
      .map((text) => say(`a line of ${text.length} in short`, `cut "${text}"`)),
    ...(page.data.short.length > 3 ? [say("four lines in short", "three are the most")] : []),
    ...(others.length === 0 ? [say("no causes", `put them between ${FIRST} and ${LAST}`)] : []),
    ...others.flatMap((part) => causeProblems(page, part)),
  );
  return found;
}

function questions(page: Page): string[] {
  const parts = partsOf(page);
  const last = parts.at(-1);
  const wanted = sectionOf(page)?.numbered === true && !isStart(page);
  const all = named(page.tree.children ?? [], "Question");
  if (!wanted) {
    return all.map((node) => finding(page, lineOf(node), "a question", "the guide alone asks"));
  }
  const asked = last?.title === "Check yourself" ? named(last.nodes, "Question") : [];
  const what = `${asked.length} questions under Check yourself at the end`;
  const texts = all.map((node) => ({ node, ask: attribute(node, "ask") ?? "" }));
  return [
    ...(asked.length < 3 || asked.length > 5 || asked.length !== all.length
      ? [finding(page, lineOf(last?.heading ?? page.tree), what, "three to five")]
      : []),
    ...texts
      .filter(({ ask }) => ask.length > LONGEST_QUESTION)
      .map(({ node, ask }) => {
        const what = `a question of ${ask.length} characters`;
        return finding(page, lineOf(node), what, `cut it to ${LONGEST_QUESTION}`);
      }),
  ];
}

function orphans(page: Page, { pages }: Parameters<Rule>[1]): string[] {
  // Every proven page leads to the page about the proof.
  if (isStart(page) || site.proof.startsWith(`/${page.id}/`)) return [];
  const leadsHere = (other: Page) =>
    nodesOf(other.tree, "link").some(({ url }) => url?.split("#")[0] === `/${page.id}/`) ||
    nodesOf(other.tree, "mdxJsxFlowElement").some((node) => attribute(node, "page") === page.id);
  if (pages.some((other) => other.id !== page.id && leadsHere(other))) return [];
  return [
    finding(page, 1, "no other page's text leads here", `link to /${page.id}/ where it helps`),
  ];
}

function unprovenSubject(page: Page): string[] {
  const { symptoms, numbered } = sectionOf(page) ?? {};
  if (!symptoms && !numbered) return [];
  const shows = commandsOf(page).length + named(page.tree.children ?? [], "Manifest").length;
  return shows > 0 ? [] : [finding(page, 1, "no command and no manifest", "show what to run")];
}

/** What each kind of page must have, by name. */
export const SHAPE_RULES: Record<string, Rule> = {
  "a symptom's page goes straight to its cause": symptomShape,
  "a guide page ends with questions": questions,
  "no page is an orphan": orphans,
  "a page shows what to run": unprovenSubject,
};
