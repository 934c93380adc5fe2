import { hashOf } from "./hash.ts";

const STYLE = /(<style[^>]*>)([\s\S]*?)<\/style>/g;
const CLASS = /\sclass="([^"]*)"/g;
/** Brackets and separators of a stylesheet, and quoted strings, whose brackets do not count. */
const TOKEN = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[(){};,]/g;
const GROUP = /^@(?:media|supports|layer|container)\b/;

/** The words of scripts, of which any may be a class that they set. */
export function wordsOf(scripts: readonly string[]): Set<string> {
  return new Set(scripts.flatMap((text) => text.split(/[^\w-]+/)));
}

/** Splits CSS at the given characters, except within brackets and strings. */
function* cut(css: string, at: RegExp): Generator<{ text: string; end: string }> {
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of css.matchAll(TOKEN)) {
    if (token === "(" || token === "{") depth += 1;
    if (token === ")" || token === "}") depth -= 1;
    if (depth > 0 || !at.test(token)) continue;
    yield { text: css.slice(start, index), end: token };
    start = index + 1;
  }
  if (start < css.length) yield { text: css.slice(start), end: "" };
}

/** A selector of a rule, and the classes that an element needs for it. */
interface Selector {
  text: string;
  classes: string[];
}

/** A part of a stylesheet: text that is always kept, a rule, or a group of parts. */
type Part = string | { selectors: Selector[]; body: string } | { prelude: string; inner: Part[] };

/** The classes that an element needs for a selector; `:is()` and `:not()` aside. */
function classesOf(selector: string): string[] {
  let outside = selector;
  while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, "");
  outside = outside.replace(/\[[^\]]*\]/g, "");
  return Array.from(outside.matchAll(/\.([\w-]+)/g), ([, name = ""]) => name);
}

function parse(css: string): Part[] {
  return Array.from(cut(css, /^[};]$/), ({ text, end }): Part => {
    const open = text.indexOf("{");
    if (end !== "}" || open === -1) return text + end;
    const prelude = text.slice(0, open);
    const body = text.slice(open + 1);
    if (GROUP.test(prelude)) return { prelude, inner: parse(body) };
    if (prelude.startsWith("@")) return `${text}}`;
    const selectors = Array.from(cut(prelude, /^,$/), ({ text: selector }) => ({
      text: selector,
      classes: classesOf(selector),
    }));
    return { selectors, body };
  });
}

/** Parsed before: all pages of a kind have the same stylesheets. */
const parsed = new Map<string, Part[]>();

function partsOf(css: string): Part[] {
  const parts = parsed.get(css) ?? parse(css);
  parsed.set(css, parts);
  return parts;
}

/** The rules of a stylesheet without the selectors that match nothing. */
function prune(parts: readonly Part[], known: (name: string) => boolean): string {
  let css = "";
  for (const part of parts) {
    if (typeof part === "string") {
      css += part;
    } else if ("inner" in part) {
      const rules = prune(part.inner, known);
      // The first mention of a layer says its place among the others.
      if (rules) css += `${part.prelude}{${rules}}`;
      else if (part.prelude.startsWith("@layer")) css += `${part.prelude};`;
    } else {
      const used = part.selectors.filter(({ classes }) => classes.every(known));
      if (used.length > 0) css += `${used.map(({ text }) => text).join(",")}{${part.body}}`;
    }
  }
  return css;
}

/**
 * Removes from a page's inline styles the rules for classes that nothing on it has: all pages of a
 * kind get the same stylesheet, and most use half of its blocks. The policy follows.
 * @param words every word of the site's scripts: a class that one of them may set is kept
 */
export function withoutUnusedRules(html: string, words: ReadonlySet<string>): string {
  const values = new Set(Array.from(html.matchAll(CLASS), ([, names = ""]) => names));
  const present = new Set(Array.from(values, (names) => names.split(/\s+/)).flat());
  let page = html;
  for (const [all, tag = "", css = ""] of html.matchAll(STYLE)) {
    const rules = prune(partsOf(css), (name) => present.has(name) || words.has(name));
    page = page
      .replace(all, () => `${tag}${rules}</style>`)
      .replace(hashOf(css), () => hashOf(rules));
  }
  return page;
}
