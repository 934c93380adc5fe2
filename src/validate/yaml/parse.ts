import { Composer, Parser, visit } from "yaml";
import type { Document, LineCounter, YAMLError } from "yaml";
import type { Node, Report } from "../tree.ts";
import { lostIndentation } from "./indentation.ts";
import { exceeds } from "./limits.ts";
import { indentQuoted } from "./quotes.ts";
import { Reader, Stop } from "./reader.ts";
import { foreignFile, slipIn } from "./slips.ts";

const messages: Partial<Record<YAMLError["code"], readonly [message: string, hint?: string]>> = {
  TAB_AS_INDENT: ["a tab is used to indent", "indent with spaces"],
  MULTIPLE_ANCHORS: ["two anchors on one value"],
  BAD_ALIAS: ["an alias needs a name after the *"],
};

function readError(error: YAMLError, report: Report): void {
  const [message, hint] = messages[error.code] ?? [
    // The parser's messages start with a capital letter and may have several lines.
    `not valid YAML: ${(error.message.split("\n")[0] ?? "").replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`,
  ];
  report({ at: error.pos[0], path: "" }, message, hint);
}

function compose(text: string, lines: LineCounter): Document.Parsed[] {
  lines.lineStarts = [];
  // Keys are compared in Reader: the parser's own check takes quadratic time.
  const composer = new Composer({ schema: "failsafe", uniqueKeys: false, logLevel: "silent" });
  const parser = new Parser(lines.addNewLine);
  return [...composer.compose(parser.parse(text))] as Document.Parsed[];
}

/** Where a quoted text begins that ends where the parser does not look for it. */
function openQuote(documents: readonly Document.Parsed[]): number | undefined {
  for (const document of documents) {
    const at = document.errors.find(
      ({ code, message }) => code === "MISSING_CHAR" && message.startsWith("Missing closing"),
    )?.pos[0];
    let found: number | undefined;
    visit(document, {
      Scalar: (_, { type, range }) => {
        const quoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
        if (quoted && range && at !== undefined && range[0] <= at) found = range[0];
      },
    });
    if (at !== undefined && found !== undefined) return found;
  }
  return undefined;
}

/** Most quoted texts of a file that are indented for the parser. */
const mostRepairs = 20;

/** Parses a text, and where a quoted text ends too far left, the same with that indented. */
function documentsOf(source: string, lines: LineCounter): [text: string, Document.Parsed[]] {
  let text = source;
  let documents = compose(text, lines);
  for (let repairs = 0; repairs < mostRepairs; repairs += 1) {
    const at = openQuote(documents);
    const changed = at === undefined ? undefined : indentQuoted(text, at);
    if (changed === undefined) break;
    text = changed;
    documents = compose(text, lines);
  }
  // If it does not help, the first message is the better one.
  if (text === source || documents.every(({ errors }) => errors.length === 0)) {
    return [text, documents];
  }
  return [source, compose(source, lines)];
}

/**
 * Parses YAML into values with positions. Reports what is not YAML, or YAML that Kubernetes does
 * not read.
 * @param source the whole file
 * @param lines collects where lines start; must be the counter that `report` uses
 * @param report called for each problem
 * @param base path of the value in its object, for a fragment
 * @returns one root per document; documents that could not be read are left out
 */
export function parse(source: string, lines: LineCounter, report: Report, base = ""): Node[] {
  const foreign = foreignFile(source);
  const refuse = foreign ? { at: 0, ...foreign } : exceeds(source);
  if (refuse) {
    lines.addNewLine(0);
    for (const { index } of source.slice(0, refuse.at).matchAll(/\n/g)) lines.addNewLine(index + 1);
    report({ at: refuse.at, path: "" }, refuse.message, foreign?.hint);
    return [];
  }
  const [text, documents] = documentsOf(source, lines);
  return documents.flatMap((document) => readDocument(text, document, report, base) ?? []);
}

function readDocument(
  text: string,
  document: Document.Parsed,
  report: Report,
  base: string,
): Node | undefined {
  const [from, , to] = document.range;
  const own = text.slice(from, to);
  const lost = lostIndentation(own);
  const [error] = document.errors;
  if (lost) {
    const hint = `indent the fields of "${lost.key}" by two spaces, and so on for each level`;
    report({ at: from + lost.at, path: "" }, "the indentation is lost", hint);
    return undefined;
  }
  if (error) {
    const slip = slipIn(own);
    if (slip) report({ at: from + slip.at, path: "" }, slip.message, slip.hint);
    else readError(error, report);
    return undefined;
  }
  try {
    const root = new Reader(report).read(document.contents, base, from, 0);
    return root.kind === "scalar" && root.value === null ? undefined : { ...root, at: root.start };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return undefined;
  }
}
