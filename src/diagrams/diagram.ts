import { ContentError } from "../content/content-error.ts";
import { hasContent, listContent, readContent } from "../content/files.ts";

/** A diagram's drawing, ready for a page. */
export interface Diagram {
  /** Value of its `viewBox`. */
  viewBox: string;
  /** Its name for assistive technology. */
  title: string;
  /** What it shows, in words: its text alternative. */
  description: string;
  /** The markup between `<svg>` and `</svg>`, without title and description. */
  drawing: string;
}

/** What a drawing must not have, and what to write instead. */
const FORBIDDEN: readonly [RegExp, string][] = [
  [/\sstyle=|<style/, "use the classes of src/diagrams/diagram.css, which work in both themes"],
  [/\s(?:fill|stroke|font-[a-z]+)="/, "use the classes of src/diagrams/diagram.css"],
  [/<script|\son[a-z]+=|href="(?!#)/, "a drawing has no scripts and fetches nothing"],
  [/\sid="/, "leave ids out: they would clash with those of the page"],
];

const textIn = (source: string, tag: string) =>
  new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(source)?.[1]?.replace(/\s+/g, " ").trim();

/**
 * Reads a diagram.
 * @param source the file: one `<svg>` with viewBox, `<title>` and `<desc>`
 * @param file its name, for messages
 * @throws ContentError for a drawing that does not follow the rules
 */
export function readDiagram(source: string, file: string): Diagram {
  const fail = (what: string, hint: string, line = 1): never => {
    throw new ContentError(what, `content/diagrams/${file}:${line}`, hint);
  };
  for (const [pattern, hint] of FORBIDDEN) {
    const found = pattern.exec(source);
    if (!found) continue;
    const before = source.slice(0, found.index + found[0].length);
    fail(`has ${found[0].trim()}`, hint, before.split("\n").length);
  }
  const body = /<svg\b[^>]*>(.*)<\/svg>\s*$/s.exec(source)?.[1];
  const viewBox = /<svg\b[^>]*\sviewBox="(0 0 360 \d+)"/.exec(source)?.[1];
  const title = textIn(source, "title");
  const description = textIn(source, "desc");
  if (body === undefined || viewBox === undefined) {
    return fail('is no <svg viewBox="0 0 360 …">', "a phone shows 360 units at their size");
  }
  if (!title || !description) {
    return fail("has no <title> or no <desc>", "say in words what it shows");
  }
  const drawing = body
    .replace(/<(title|desc)>[^<]*<\/\1>/g, "")
    .replace(/>\s+</g, "><")
    .trim();
  return { viewBox, title, description, drawing };
}

/**
 * Reads a diagram that a page shows.
 * @param file its name in content/diagrams/
 * @param from who asks for it, as `file:line`
 * @throws ContentError naming the diagrams that exist, and as readDiagram does
 */
export function getDiagram(file: string, from: string): Diagram {
  const path = `diagrams/${file}`;
  if (/^[a-z0-9-]+\.svg$/.test(file) && hasContent(path)) {
    return readDiagram(readContent(path), file);
  }
  const known = listContent("diagrams", ".svg").map((name) => name.slice("diagrams/".length));
  throw new ContentError(`no diagram "${file}"`, from, `content/diagrams/ has ${known.join(", ")}`);
}
