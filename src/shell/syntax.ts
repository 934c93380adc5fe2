/** A stretch of the text that was read: index of its first character, and index after its last. */
export interface Span {
  start: number;
  end: number;
}

interface PieceBase extends Span {
  /** What the shell makes of it: quotes removed, escapes resolved; expansions as they are typed. */
  value: string;
  /** Whether the text ends before the piece does, as with an unclosed quote. */
  open: boolean;
}

/**
 * Literal text. `continuation` is a backslash and newline, which the shell removes;
 * `ansi-c` is `$'…'`; `placeholder` is a name to fill in, as `<pod-name>`.
 */
export interface Literal extends PieceBase {
  kind: "text" | "escape" | "single" | "ansi-c" | "continuation" | "placeholder";
}

/** `"…"` and `$"…"`; `$name`, `${…}` and `$((…))`. */
export interface Container extends PieceBase {
  kind: "double" | "parameter" | "arithmetic";
  pieces: Piece[];
}

/** `$(…)`, backticks, `<(…)`, and the list of an array assignment. */
export interface Substitution extends PieceBase {
  kind: "command" | "backticks" | "process" | "array";
  tokens: Token[];
  /**
   * Whether the offsets of the tokens are those of the whole text. They are not within backticks
   * that contain escapes, since those are resolved before the commands are read.
   */
  located: boolean;
}

/** A part of a word that is quoted, escaped or expanded in one way. */
export type Piece = Literal | Container | Substitution;

/** A word of a command, which may consist of several pieces: `a"b c"$d`. */
export interface Word extends Span {
  kind: "word";
  value: string;
  pieces: Piece[];
}

/** The text of a here-document, up to its delimiter. */
export interface HereDocument extends Span {
  kind: "here-document";
  delimiter: string;
  /** The text as the command reads it, without the delimiter, expansions as they are typed. */
  body: string;
  /** The expansions in it; none where the delimiter is quoted. */
  pieces: Piece[];
  /** Whether the text ends before the delimiter. */
  open: boolean;
}

/** `> file`, `2>&1`, `<<EOF`, with what it leads to. */
export interface Redirection extends Span {
  kind: "redirection";
  /** With the number of the descriptor where there is one, for example `2>`. */
  operator: string;
  target: Word;
  /** For `<<` and `<<-`, once its text has been read. */
  hereDocument?: HereDocument;
}

/** `;`, `|`, `&&`, `(` and the like, a newline, or a comment with its `#`. */
interface Mark extends Span {
  kind: "operator" | "newline" | "comment";
  value: string;
}

/** What shell text consists of, apart from spaces and continued lines between words. */
export type Token = Word | Redirection | HereDocument | Mark;
