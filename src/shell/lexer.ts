import { findPlaceholders } from "./placeholders.ts";
import { readArithmetic, readHereText, readPiece, readSubstitution } from "./pieces.ts";
import { Scanner } from "./scanner.ts";
import type { HereDocument, Literal, Redirection, Token, Word } from "./syntax.ts";

const WHITESPACE = /(?:[ \t]|\\\n)*/y;
const COMMENT = /#[^\n]*/y;
const OPERATOR = /&&|\|\||;;&|;;|;&|\|&|[;|&()]/y;
const REDIRECTION = /(?:\d+|\{\w+\})?(?:<<<|<<-|<<|<&|<>|>>|>&|>\||[<>](?!\())|&>>?/y;
const ENDS_WORD = /[ \t\n;|&()<>]/;
const ARRAY = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=$/;
/** What makes the text of a here-document stay as it is, when the delimiter contains it. */
const QUOTES: ReadonlySet<string> = new Set(["escape", "single", "double", "ansi-c"]);
/** Words after which a command starts. */
const BEFORE_COMMAND = new Set("! { if then elif else while until do time for".split(" "));

function readPlaceholder(scanner: Scanner): Literal | undefined {
  const start = scanner.at;
  const value = scanner.take(/<[a-z0-9-]+>/y);
  if (value === undefined) return undefined;
  if (findPlaceholders(value).length === 1) {
    return { kind: "placeholder", start, end: scanner.at, value, open: false };
  }
  scanner.at = start;
  return undefined;
}

function readWord(scanner: Scanner): Word {
  const start = scanner.at;
  const pieces: Word["pieces"] = [];
  while (!scanner.ended) {
    const { char } = scanner;
    if (!ENDS_WORD.test(char)) {
      pieces.push(readPiece(scanner, "bare"));
      continue;
    }
    const placeholder = readPlaceholder(scanner);
    if (placeholder) pieces.push(placeholder);
    else if (scanner.looksAt("<(") || scanner.looksAt(">(")) {
      pieces.push(readSubstitution(scanner, "process", `${char}(`));
    } else if (char === "(" && ARRAY.test(scanner.since(start))) {
      pieces.push(readSubstitution(scanner, "array", "("));
    } else break;
  }
  const value = pieces.map((piece) => piece.value).join("");
  return { kind: "word", start, end: scanner.at, value, pieces };
}

function readRedirection(scanner: Scanner): Redirection | undefined {
  const start = scanner.at;
  if (readPlaceholder(scanner)) {
    scanner.at = start;
    return undefined;
  }
  const operator = scanner.take(REDIRECTION);
  if (operator === undefined) return undefined;
  scanner.take(WHITESPACE);
  const target = readWord(scanner);
  return { kind: "redirection", start, end: scanner.at, operator, target };
}

/** Reads the text of a here-document, from the line after the one that names it. */
function readHereDocument(scanner: Scanner, redirection: Redirection): HereDocument {
  const start = scanner.at;
  const { target, operator } = redirection;
  const delimiter = target.value;
  const raw = target.pieces.some(({ kind }) => QUOTES.has(kind));
  const tabs = operator.endsWith("-");
  const lines: string[] = [];
  let open = true;
  let end = start;
  let continued = false;
  while (open && !scanner.ended) {
    const typed = scanner.take(/[^\n]*/y) ?? "";
    const line = tabs ? typed.replace(/^\t+/, "") : typed;
    if (!continued && line === delimiter) open = false;
    else {
      scanner.skip("\n");
      end = scanner.at;
      lines.push(`${line}\n`);
      continued = !raw && /(?<!\\)(?:\\\\)*\\$/.test(line);
    }
  }
  const pieces = raw ? [] : readHereText(scanner.within(start, end));
  return {
    kind: "here-document",
    start,
    end: scanner.at,
    delimiter,
    body: lines.join(""),
    pieces,
    open,
  };
}

/** Reads tokens up to the end, or within a substitution up to the `)` that closes it. */
class Lexer {
  readonly #scanner: Scanner;
  readonly #nested: boolean;
  readonly #tokens: Token[] = [];
  readonly #pending: Redirection[] = [];
  /** Open brackets, and open `case` commands, whose patterns end in `)`. */
  #depth = 0;
  #cases = 0;

  constructor(scanner: Scanner, nested: boolean) {
    this.#scanner = scanner;
    this.#nested = nested;
  }

  read(): Token[] {
    const scanner = this.#scanner;
    for (;;) {
      scanner.take(WHITESPACE);
      if (scanner.ended || (this.#nested && this.#closes())) return this.#tokens;
      this.#tokens.push(this.#token());
      if (this.#tokens.at(-1)?.kind === "newline") this.#readHereDocuments();
    }
  }

  #closes(): boolean {
    return this.#scanner.char === ")" && this.#depth === 0 && this.#cases === 0;
  }

  /** Whether a command may start here. */
  #atCommand(): boolean {
    const last = this.#tokens.at(-1);
    if (last?.kind === "word") return BEFORE_COMMAND.has(last.value);
    return last?.kind !== "redirection";
  }

  #token(): Token {
    const scanner = this.#scanner;
    const start = scanner.at;
    if (scanner.take(COMMENT) !== undefined) {
      return { kind: "comment", start, end: scanner.at, value: scanner.since(start) };
    }
    if (scanner.skip("\n")) return { kind: "newline", start, end: scanner.at, value: "\n" };
    const redirection = readRedirection(scanner);
    if (redirection) {
      if (/(?<!<)<<-?$/.test(redirection.operator)) this.#pending.push(redirection);
      return redirection;
    }
    const arithmetic =
      scanner.looksAt("((") && this.#atCommand() ? readArithmetic(scanner, "((") : undefined;
    if (arithmetic) {
      const { end, value } = arithmetic;
      return { kind: "word", start, end, value, pieces: [arithmetic] };
    }
    const operator = scanner.take(OPERATOR);
    if (operator !== undefined) {
      if (operator === "(") this.#depth += 1;
      else if (operator === ")" && this.#depth > 0) this.#depth -= 1;
      return { kind: "operator", start, end: scanner.at, value: operator };
    }
    const starts = this.#atCommand();
    const word = readWord(scanner);
    if (starts && word.value === "case") this.#cases += 1;
    if (starts && word.value === "esac" && this.#cases > 0) this.#cases -= 1;
    return word;
  }

  #readHereDocuments(): void {
    for (const redirection of this.#pending.splice(0)) {
      const hereDocument = readHereDocument(this.#scanner, redirection);
      redirection.hereDocument = hereDocument;
      this.#tokens.push(hereDocument);
    }
  }
}

const readNested = (scanner: Scanner): Token[] => new Lexer(scanner, true).read();

/**
 * Splits shell text into tokens, after the grammar that bash(1) and zsh share. A placeholder such
 * as `<pod-name>` is part of a word, although a shell would read two redirections.
 * @returns the tokens in order; one that the end of the text cuts off is marked `open`
 */
export function tokenize(text: string): Token[] {
  return new Lexer(new Scanner(text, readNested), false).read();
}
