import { decodeAnsiC } from "./ansi-c.ts";
import type { Scanner } from "./scanner.ts";
import type { Container, Literal, Piece, Substitution } from "./syntax.ts";

/** What surrounds a piece; it decides which characters are special. */
type Quoting = "bare" | "double" | "here-document";

/** Text without any special character. */
const PLAIN: Record<Quoting, RegExp> = {
  bare: /[^\\'"$` \t\n;|&()<>]+/y,
  double: /[^\\"$`]+/y,
  "here-document": /[^\\$`]+/y,
};
/** What a backslash escapes; before anything else it is an ordinary character. */
const ESCAPED: Record<Quoting, RegExp> = {
  bare: /\\[^\n]/uy,
  double: /\\["$`\\]/y,
  "here-document": /\\[$`\\]/y,
};
const PARAMETER = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;

function literal(
  scanner: Scanner,
  kind: Literal["kind"],
  start: number,
  value = scanner.since(start),
  open = false,
): Literal {
  return { kind, start, end: scanner.at, value, open };
}

/** Pieces up to a closing string, which is passed over; without one, up to the end of the text. */
function readUntil(
  scanner: Scanner,
  close: string,
  quoting: Quoting,
): { pieces: Piece[]; open: boolean } {
  const pieces: Piece[] = [];
  while (!scanner.ended) {
    if (close !== "" && scanner.skip(close)) return { pieces, open: false };
    pieces.push(readPiece(scanner, quoting));
  }
  return { pieces, open: close !== "" };
}

const valueOf = (pieces: readonly Piece[]) => pieces.map(({ value }) => value).join("");

function readDouble(scanner: Scanner, start: number): Container {
  scanner.skip('"');
  const { pieces, open } = readUntil(scanner, '"', "double");
  return { kind: "double", start, end: scanner.at, value: valueOf(pieces), open, pieces };
}

function readSingle(scanner: Scanner, start: number): Literal {
  scanner.skip("'");
  const value = scanner.take(/[^']*/y) ?? "";
  return literal(scanner, "single", start, value, !scanner.skip("'"));
}

function readAnsiC(scanner: Scanner, start: number): Literal {
  scanner.skip("$'");
  const text = scanner.take(/(?:[^'\\]|\\[\s\S])*/y) ?? "";
  return literal(scanner, "ansi-c", start, decodeAnsiC(text), !scanner.skip("'"));
}

/** Commands up to `)`, after an opening string that is here. */
export function readSubstitution(
  scanner: Scanner,
  kind: Substitution["kind"],
  opening: string,
): Substitution {
  const start = scanner.at;
  scanner.skip(opening);
  const tokens = scanner.readNested(scanner);
  const open = !scanner.skip(")");
  return {
    kind,
    start,
    end: scanner.at,
    value: scanner.since(start),
    open,
    tokens,
    located: true,
  };
}

function readBackticks(scanner: Scanner, quoting: Quoting): Substitution {
  const start = scanner.at;
  scanner.skip("`");
  const from = scanner.at;
  const typed = scanner.take(/(?:[^`\\]|\\[\s\S])*/y) ?? "";
  const text = typed.replace(quoting === "double" ? /\\([`$\\"])/g : /\\([`$\\])/g, "$1");
  const located = text === typed;
  const inner = located ? scanner.within(from, scanner.at) : scanner.of(text);
  const open = !scanner.skip("`");
  const tokens = inner.readNested(inner);
  return {
    kind: "backticks",
    start,
    end: scanner.at,
    value: scanner.since(start),
    open,
    tokens,
    located,
  };
}

/** Passes over one thing within `${…}` or `$((…))`; returns it where it is more than text. */
function readInner(scanner: Scanner, quoting: Quoting): Piece | undefined {
  const quoted = quoting !== "bare";
  if (scanner.char === "\\" || scanner.char === "`" || scanner.char === "$") {
    return readPiece(scanner, quoted ? "double" : "bare");
  }
  if (scanner.char === '"') return readDouble(scanner, scanner.at);
  if (scanner.char === "'" && !quoted) return readSingle(scanner, scanner.at);
  scanner.at += 1;
  return undefined;
}

function readBraces(scanner: Scanner, quoting: Quoting): Container {
  const start = scanner.at;
  scanner.skip("${");
  const pieces: Piece[] = [];
  let open = true;
  while (!scanner.ended) {
    if (scanner.skip("}")) {
      open = false;
      break;
    }
    const piece = readInner(scanner, quoting);
    if (piece) pieces.push(piece);
  }
  return { kind: "parameter", start, end: scanner.at, value: scanner.since(start), open, pieces };
}

/**
 * Reads arithmetic between two pairs of brackets.
 * @param opening `$((`, or `((` where a command may start
 * @returns undefined, without moving, where the brackets turn out to be those of commands
 */
export function readArithmetic(scanner: Scanner, opening: string): Container | undefined {
  const start = scanner.at;
  scanner.skip(opening);
  const pieces: Piece[] = [];
  for (let depth = 0; !scanner.ended;) {
    if (depth === 0 && scanner.skip("))")) {
      const value = scanner.since(start);
      return { kind: "arithmetic", start, end: scanner.at, value, open: false, pieces };
    }
    if (scanner.char === ")" && depth === 0) break;
    if (scanner.char === "(") depth += 1;
    if (scanner.char === ")") depth -= 1;
    const piece = readInner(scanner, "double");
    if (piece) pieces.push(piece);
  }
  scanner.at = start;
  return undefined;
}

function readDollar(scanner: Scanner, quoting: Quoting): Piece {
  const start = scanner.at;
  if (scanner.looksAt("$((")) {
    const arithmetic = readArithmetic(scanner, "$((");
    if (arithmetic) return arithmetic;
  }
  if (scanner.looksAt("$(")) return readSubstitution(scanner, "command", "$(");
  if (scanner.looksAt("${")) return readBraces(scanner, quoting);
  if (quoting === "bare" && scanner.looksAt("$'")) return readAnsiC(scanner, start);
  scanner.skip("$");
  if (quoting === "bare" && scanner.char === '"') return readDouble(scanner, start);
  if (scanner.take(PARAMETER) === undefined) return literal(scanner, "text", start);
  const value = scanner.since(start);
  return { kind: "parameter", start, end: scanner.at, value, open: false, pieces: [] };
}

/** Reads the piece that starts at the scanner. */
export function readPiece(scanner: Scanner, quoting: Quoting): Piece {
  const start = scanner.at;
  switch (scanner.char) {
    case "\\":
      if (scanner.skip("\\\n")) return literal(scanner, "continuation", start, "");
      if (scanner.take(ESCAPED[quoting]) !== undefined) {
        return literal(scanner, "escape", start, scanner.since(start + 1));
      }
      scanner.at += 1;
      return literal(scanner, "text", start, "\\", quoting === "bare");
    case "$":
      return readDollar(scanner, quoting);
    case "`":
      return readBackticks(scanner, quoting);
    case "'":
      if (quoting === "bare") return readSingle(scanner, start);
      break;
    case '"':
      if (quoting === "bare") return readDouble(scanner, start);
      break;
  }
  if (scanner.take(PLAIN[quoting]) === undefined) scanner.at += 1;
  return literal(scanner, "text", start);
}

/** Reads the text of a here-document whose delimiter is not quoted. */
export function readHereText(scanner: Scanner): Piece[] {
  return readUntil(scanner, "", "here-document").pieces;
}
