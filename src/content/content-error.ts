/** A writer's mistake: what is wrong, where, and what to do about it. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  /** What is wrong, without the place. */
  readonly what: string;
  /** Line, counted from 1, in the text that was read. */
  readonly line: number;
  /** What the writer can do. */
  readonly hint: string;

  /**
   * @param what the mistake in a few words, lower case, no full stop
   * @param line line counted from 1 in the text that was read
   * @param hint what to do about it, lower case, no full stop
   */
  constructor(what: string, line: number, hint: string) {
    super(`line ${line}: ${what}; ${hint}`);
    this.what = what;
    this.line = line;
    this.hint = hint;
  }

  /**
   * The same mistake told from the file that holds the text.
   * @param file path of the file from the repository's root
   * @param offset lines of the file above the text's first line
   * @returns an error whose message reads `file:line what` with the hint on the next line
   */
  in(file: string, offset = 0): Error {
    return new Error(`${file}:${this.line + offset} ${this.what}\n  Hint: ${this.hint}.`);
  }
}
