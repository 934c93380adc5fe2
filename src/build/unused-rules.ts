import { createHash } from "node:crypto";

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

/** Whether all classes are known that an element needs for a selector; `:is()` and `:not()` aside. */
function canMatch(selector: string, known: (name: string) => boolean): boolean {
  let outside = selector;
  while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, "");
  outside = outside.replace(/\[[^\]]*\]/g, "");
  return Array.from(outside.matchAll(/\.([\w-]+)/g), ([, name = ""]) => name).every(known);
}

/** The rules of a stylesheet without the selectors that match nothing. */
function prune(css: string, known: (name: string) => boolean): string {
  return Array.from(cut(css, /^[};]$/), ({ text, end }) => {
    const open = text.indexOf("{");
    if (end !== "}" || open === -1) return text + end;
    const prelude = text.slice(0, open);
    const body = text.slice(open + 1);
    if (GROUP.test(prelude)) {
      const rules = prune(body, known);
      // The first mention of a layer says its place among the others.
      return rules ? `${prelude}{${rules}}` : prelude.startsWith("@layer") ? `${prelude};` : "";
    }
    if (prelude.startsWith("@")) return `${text}}`;
    const selectors = Array.from(cut(prelude, /^,$/), ({ text: selector }) => selector);
    const used = selectors.filter((selector) => canMatch(selector, known));
    return used.length > 0 ? `${used.join(",")}{${body}}` : "";
  }).join("");
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64");

/**
 * Removes from a page's inline styles the rules for classes that nothing on it has: all pages of a
 * kind get the same stylesheet, and most use half of its blocks. The policy follows.
 * @param words every word of the site's scripts: a class that one of them may set is kept
 */
export function withoutUnusedRules(html: string, words: ReadonlySet<string>): string {
  const classes = Array.from(html.matchAll(CLASS), ([, names = ""]) => names.split(/\s+/));
  const present = new Set(classes.flat());
  let page = html;
  for (const [all, tag = "", css = ""] of html.matchAll(STYLE)) {
    const rules = prune(css, (name) => present.has(name) || words.has(name));
    page = page
      .replace(all, () => `${tag}${rules}</style>`)
      .replace(hashOf(css), () => hashOf(rules));
  }
  return page;
}
