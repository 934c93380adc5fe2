import { createHighlighter } from "shiki";
import { escapeHtml } from "../text/escape-html.ts";
import { GRAMMARS } from "./languages.ts";
import { namespaceSpots } from "../kubectl/namespace.ts";
import { findPlaceholders } from "../shell/placeholders.ts";
import { quoteContextAt } from "../shell/quote-context.ts";
import { classOf, theme } from "./theme.ts";

const highlighter = await createHighlighter({
  themes: [theme],
  langs: Object.values(GRAMMARS).filter((name) => name !== "text"),
});

/** A run of code in one class. */
interface Run {
  text: string;
  className: string | undefined;
}

function toHtml(runs: readonly Run[]): string {
  return runs
    .filter(({ text }) => text !== "")
    .map(({ text, className }) =>
      className ? `<span class="${className}">${escapeHtml(text)}</span>` : escapeHtml(text),
    )
    .join("");
}

/** Joins neighbours of one class; blanks join whatever stands before them. */
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

function tokenLines(source: string, lang: string): Run[][] {
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
  const lines = highlighter.codeToTokensBase(source, { lang: grammar, theme });
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

/** A part of a command that depends on the reader's names, and its element. */
interface Spot {
  start: number;
  end: number;
  html: string;
}

/** Placeholders, with the quotes around them where there are any, and places for a namespace. */
function spotsOf(text: string): Spot[] {
  const names = findPlaceholders(text).map(({ start, end }): Spot => {
    const context = quoteContextAt(text, start);
    const attribute = context === "bare" ? "" : ` data-in="${context}"`;
    return { start, end, html: `<var${attribute}>${escapeHtml(text.slice(start, end))}</var>` };
  });
  const flags = namespaceSpots(text).map((at): Spot => ({ start: at, end: at, html: "<i></i>" }));
  return [...names, ...flags].sort((a, b) => a.start - b.start);
}

/**
 * Highlights a shell command. The grammar would take `<pod-name>` for two redirections, so each
 * placeholder is tokenized as a plain word and then marked as a name to fill in.
 * @param text one command
 * @returns HTML for the inside of `<code>`. Placeholders are `<var>` elements, with `data-in` where
 *   quotes or a substitution surround them; an empty `<i>` is where `-n` and a namespace belong
 */
export function highlightCommand(text: string): string {
  const spots = spotsOf(text);
  let masked = text;
  for (const { start, end } of spots) {
    masked = masked.slice(0, start) + "x".repeat(end - start) + masked.slice(end);
  }
  let offset = 0;
  return tokenLines(masked, "sh")
    .map((runs) => {
      const html = runs.map((run) => {
        const start = offset;
        offset += run.text.length;
        return commandRun({ ...run, text: text.slice(start, offset) }, start, spots);
      });
      offset += 1;
      return html.join("");
    })
    .join("\n");
}

/** Words that a browser would break at a hyphen get an element of their own to stay whole. */
function wordsToHtml({ text, className }: Run): string {
  if (className) return toHtml([{ text, className }]);
  return text.replace(/\S+|\s+/g, (word) =>
    /\S-/.test(word) ? `<span>${escapeHtml(word)}</span>` : escapeHtml(word),
  );
}

function commandRun(run: Run, start: number, spots: readonly Spot[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const spot of spots) {
    const from = spot.start - start;
    const to = spot.end - start;
    // An empty spot belongs to the run that it ends, any other to the one that it starts in.
    if (from === to ? from <= 0 || from > run.text.length : from < 0 || from >= run.text.length) {
      continue;
    }
    parts.push(wordsToHtml({ ...run, text: run.text.slice(at, from) }), spot.html);
    at = to;
  }
  parts.push(wordsToHtml({ ...run, text: run.text.slice(at) }));
  return parts.join("");
}
