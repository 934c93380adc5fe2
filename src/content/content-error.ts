import { AstroError } from "astro/errors";

/**
 * A writer's mistake: what is wrong, where, and what to do about it. Astro prints message, hint and
 * location when a build ends with it.
 */
export class ContentError extends AstroError {
  /** What is wrong, without the location. */
  readonly what: string;
  /** Where Astro looks for the location. */
  readonly loc: { file: string; line: number; column: number } | undefined;
  /** @astrojs/mdx replaces `loc` by the page with these two. */
  readonly line: number;
  readonly column = 1;

  /**
   * @param what the mistake in a few words, in lower case, without a full stop
   * @param where `file:line` or a file, from the repository's root; or, while the file is not known,
   *   the line in the text that was read, counted from 1
   * @param hint what to do about it, in the same form
   */
  constructor(what: string, where: string | number, hint: string) {
    super(`${typeof where === "string" ? where : `line ${where}:`} ${what}`, `${hint}.`);
    this.name = "ContentError";
    this.what = what;
    const [, file, line] = /^(.*?)(?::(\d+))?$/.exec(String(where)) ?? [];
    this.line = typeof where === "number" ? where : Number(line ?? 1);
    if (typeof where === "string") {
      this.loc = { file: file ?? where, line: this.line, column: this.column };
    }
  }

  /**
   * The same mistake, located in the file that contains the text.
   * @param file path of the file from the repository's root
   * @param offset lines of the file above the text's first line
   */
  in(file: string, offset = 0): ContentError {
    const hint = this.hint?.replace(/\.$/, "") ?? "";
    return new ContentError(this.what, `${file}:${this.line + offset}`, hint);
  }
}
