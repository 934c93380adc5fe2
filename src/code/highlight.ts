import { createHighlighter } from "shiki";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { escapeHtml } from "../text/escape-html.ts";
import { GRAMMARS } from "./languages.ts";
import { classOf, theme } from "./theme.ts";

const highlighter = await createHighlighter({
  // Its start takes a tenth of that of the other engine, which is a WebAssembly. It throws at a grammar
  // that it cannot read.
  engine: createJavaScriptRegexEngine(),
  themes: [theme],
  langs: Object.values(GRAMMARS).filter((name) => name !== "text"),
});

/** A run of code in one class. */
export interface Run {
  text: string;
  className: string | undefined;
}

/** Runs as elements with classes. */
export function toHtml(runs: readonly Run[]): string {
  return runs
    .filter(({ text }) => text !== "")
    .map(({ text, className }) =>
      className ? `<span class="${className}">${escapeHtml(text)}</span>` : escapeHtml(text),
    )
    .join("");
}

/** Joins neighbours of one class; spaces join the run before them. */
function merge(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && (last.className === run.className || /^ +$/.test(run.text))) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

/** Highlighted before, by language and text: a manifest is on several pages, a command on many. */
const known = new Map<string, Run[][]>();

/**
 * Divides source text into runs of one class, line by line.
 * @throws Error when the language is unknown
 */
export function tokenLines(source: string, lang: string): Run[][] {
  const key = `${lang} ${source}`;
  const lines = known.get(key) ?? tokenize(source, lang);
  known.set(key, lines);
  return lines;
}

function tokenize(source: string, lang: string): Run[][] {
  const grammar = GRAMMARS[lang];
  if (!grammar) {
    const languages = Object.keys(GRAMMARS).join(", ");
    throw new Error(`No grammar for "${lang}". Known languages: ${languages}.`);
  }
  const lines = highlighter.codeToTokensBase(source, {
    lang: grammar,
    theme,
    // Without a limit: on a busy machine a slow line would lose its colours.
    tokenizeTimeLimit: 0,
  });
  return lines.map((line) =>
    merge(line.map(({ content, color }) => ({ text: content, className: classOf(color) }))),
  );
}

/**
 * Highlights source text with classes only, as a strict CSP needs it. The text of the result is
 * exactly the source.
 * @param source the text
 * @param lang a key of the known languages: yaml, sh, dockerfile, python, js, json …
 * @param marked numbers of the lines to mark, counted from 1
 * @returns HTML for the inside of `<code>`
 * @throws Error when the language is unknown
 */
export function highlight(
  source: string,
  lang: string,
  marked: ReadonlySet<number> = new Set(),
): string {
  const lines = tokenLines(source, lang);
  return lines
    .map((runs, index) => {
      const end = index < lines.length - 1 ? "\n" : "";
      const html = toHtml(runs) + end;
      return marked.has(index + 1) ? `<mark>${html}</mark>` : html;
    })
    .join("")
    .replaceAll("</mark><mark>", "");
}
