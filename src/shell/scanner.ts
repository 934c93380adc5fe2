import type { Token } from "./syntax.ts";

/** A position in shell text; the functions that read its parts advance it. */
export class Scanner {
  at: number;
  readonly text: string;
  /** Reads commands up to the `)` that closes them; passed in, since pieces and commands nest. */
  readonly readNested: (scanner: Scanner) => Token[];

  constructor(text: string, readNested: (scanner: Scanner) => Token[], at = 0) {
    this.text = text;
    this.readNested = readNested;
    this.at = at;
  }

  get char(): string {
    return this.text[this.at] ?? "";
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  looksAt(part: string): boolean {
    return this.text.startsWith(part, this.at);
  }

  /** Consumes what a sticky pattern matches here; undefined, without moving, when nothing matches. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Skips some text if it is here, and returns whether it was. */
  skip(part: string): boolean {
    if (!this.looksAt(part)) return false;
    this.at += part.length;
    return true;
  }

  /** The text from an index up to here. */
  since(start: number): string {
    return this.text.slice(start, this.at);
  }

  /** A scanner of a part of the text, with the same offsets. */
  within(start: number, end: number): Scanner {
    return new Scanner(this.text.slice(0, end), this.readNested, start);
  }

  /** A scanner of another text. */
  of(text: string): Scanner {
    return new Scanner(text, this.readNested);
  }
}
