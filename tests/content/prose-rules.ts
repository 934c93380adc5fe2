import {
  attribute,
  componentsOf,
  lineOf,
  nodesOf,
  textOf,
  type MdxNode,
} from "../../src/content/mdx-tree.ts";
import type { Page } from "../../src/content/pages.ts";
import { proseBlocks } from "./page-text.ts";
import { finding, quote, type Rule } from "./rule.ts";
import { misspelled } from "./spelling.ts";

const LONGEST = 45;

/** Words that say nothing, and sounds of a text that sells. */
const FILLERS = [
  ..."simply|just|easily|basically|obviously|actually|really|very|quite|essentially".split("|"),
  ..."of course|needless to say|it is important to note|please note|note that".split("|"),
  ..."in this section|in this page|in this guide we|as mentioned|let's|let us".split("|"),
  ..."in order to|not only|powerful|seamless|seamlessly|robust|effortless".split("|"),
  ..."effortlessly|leverage|leverages|delve|dive into|game changer|world of".split("|"),
];
const FILLER = new RegExp(`\\b(?:${FILLERS.join("|")})\\b`, "i");

/** Prose of a page by block, code spans left out; front matter's own prose is on line 1. */
function proseOf(page: Page): { line: number; text: string }[] {
  const { title, description, question, short } = page.data;
  const front = [title, description, question, ...short].map((text) =>
    text.replace(/`[^`]*`/g, "x"),
  );
  // What a component says by itself is read as the rest is.
  const said = componentsOf(page.tree).flatMap((node) =>
    ["ask", "caption", "title"].flatMap((name) => {
      const text = attribute(node, name)?.replace(/`[^`]*`/g, "x");
      return text === undefined ? [] : [{ line: lineOf(node), text }];
    }),
  );
  return [
    ...front.map((text) => ({ line: 1, text })),
    ...said,
    ...proseBlocks(page).map((node) => ({ line: lineOf(node), text: textOf(node, "x") })),
  ];
}

const prose =
  (pattern: RegExp, what: string, hint: string): Rule =>
  (page) =>
    proseOf(page).flatMap(({ line, text }) => {
      const found = pattern.exec(text)?.[0].trim();
      return found ? [finding(page, line, `${what} ${quote(found)}`, hint)] : [];
    });

/**
 * The sentences of a page.
 * @param page any page
 * @returns each with its line and its length in words; a code span counts as one word
 */
export function sentencesOf(page: Page): { line: number; text: string; words: number }[] {
  return proseOf(page).flatMap(({ line, text: block }) =>
    block.split(/(?<=[.?!:])\s+(?=\S)/).map((text) => ({
      line,
      text,
      words: text.split(/\s+/).filter(Boolean).length,
    })),
  );
}

const longSentences: Rule = (page) =>
  sentencesOf(page)
    .filter(({ words }) => words > LONGEST)
    .map(({ line, text, words }) => {
      const what = `a sentence of ${words} words: ${quote(text)}`;
      return finding(page, line, what, `make it two; ${LONGEST} words are the most`);
    });

function misspellings(page: Page): string[] {
  return proseOf(page).flatMap(({ line, text }) =>
    misspelled(text).map(({ word, suggestions }) => {
      const better = suggestions.length > 0 ? `${suggestions.join(", ")}, or ` : "";
      const hint = `${better}code in backticks, or a line in content/words.txt`;
      return finding(page, line, `the unknown word "${word}"`, hint);
    }),
  );
}

function wrappedParagraphs(page: Page): string[] {
  const wrapped = (node: MdxNode) => /\S\n\S/.test(textOf(node));
  return nodesOf(page.tree, "paragraph")
    .filter(wrapped)
    .map((node) =>
      finding(page, lineOf(node), "a paragraph wrapped by hand", "one paragraph is one line"),
    );
}

/** The rules of prose by name. */
export const PROSE_RULES: Record<string, Rule> = {
  "flags keep their hyphens": prose(
    /(?:^|[\s(])[–—]-?[a-z][\w-]*/,
    "a flag with a dash for its hyphens:",
    "write it in backticks, with hyphens",
  ),
  "no filler words": prose(FILLER, "the filler", "say it without"),
  "no exclamation marks": prose(/\S+!(?=\s|$)/, "an exclamation mark:", "end with a full stop"),
  "no leftovers": prose(/\b(?:TODO|FIXME|XXX|lorem ipsum)\b/i, "a leftover:", "finish it"),
  "no long sentences": longSentences,
  "words are spelt as in a British dictionary": misspellings,
  "one paragraph is one line": wrappedParagraphs,
};
