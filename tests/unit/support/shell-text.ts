/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const BARE = "abcXYZ019._/:@%+,-=é⚓";
const QUOTED = `${BARE} \t;|&()<>*?[]{}~#!^`;

/**
 * Writes random shell text in which every command is `show` with words of all quotings, so that a
 * shell can be asked what it reads.
 */
export class TextGenerator {
  readonly #random: () => number;
  readonly #deepest: number;

  /** @param deepest how far substitutions nest */
  constructor(seed: number, deepest: number) {
    this.#deepest = deepest;
    this.#random = seededRandom(seed);
  }

  #pick<T>(from: ArrayLike<T>): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }

  #several(most: number, make: () => string): string {
    return Array.from({ length: 1 + Math.floor(this.#random() * most) }, make).join("");
  }

  #chars(from: string): string {
    const all = Array.from(from);
    return this.#several(4, () => this.#pick(all));
  }

  /** A part of a word; `deep` counts how far substitutions may still nest. */
  #piece(deep: number): string {
    const nested = deep === this.#deepest ? 2 : Math.min(deep, 1);
    switch (Math.floor(this.#random() * (7 + nested))) {
      case 0:
      case 1:
        return this.#chars(BARE);
      case 2:
        return `\\${this.#pick(Array.from(`${QUOTED}'"$\`\\`))}`;
      case 3:
        return `'${this.#chars(`${QUOTED}"$\`\\\n`)}'`;
      case 4:
        return `"${this.#several(3, () => this.#inDouble(deep))}"`;
      case 5:
        return `$'${this.#several(3, () => this.#inAnsiC())}'`;
      case 6:
        return `x\\\n${this.#pick(["y", "#y"])}`;
      case 7:
        return `x$( ${this.#list(deep - 1)})`;
      default:
        return `x\`${this.#list(0).replace(/[\\$`]/g, "\\$&")}\``;
    }
  }

  #inDouble(deep: number): string {
    switch (Math.floor(this.#random() * (deep > 0 ? 5 : 4))) {
      case 0:
        return this.#chars(`${QUOTED}'\n`);
      case 1:
        return `\\${this.#pick(['"', "\\", "$", "`"])}`;
      case 2:
        return `\\${this.#pick(["a", "'", "n", " ", "\n"])}`;
      case 3:
        return this.#pick(["$ ", "$,", "'"]);
      default:
        return `$( ${this.#list(deep - 1)})`;
    }
  }

  #inAnsiC(): string {
    return this.#pick([
      this.#chars(`${QUOTED}"$\``),
      ...["\\'", '\\"', "\\\\", "\\n", "\\t", "\\x41", "\\101", "\\e", "\\u00e9"],
    ]);
  }

  #command(deep: number): string {
    const words = this.#several(4, () => {
      const gap = this.#pick([" ", "  ", "\t", " \\\n", "\\\n "]);
      return gap + this.#several(3, () => this.#piece(deep));
    });
    const redirection = this.#pick([
      "",
      "",
      " 2>&1",
      " >/dev/null",
      ' <<< "a b"',
      " >>'/dev/null'",
    ]);
    return `show${words}${redirection}`;
  }

  /** A list of commands, as it may be between brackets. */
  #list(deep: number): string {
    const first = this.#command(deep);
    switch (Math.floor(this.#random() * 6)) {
      case 0:
        return `${first}${this.#pick([" && ", ";", " | ", "|", "\n", " # a 'note\n"])}${this.#command(deep)}`;
      case 1:
        return `(${first})`;
      case 2:
        // Bash 5.2 writes substitutions out again, and loses a `;` after `\&` in braces.
        return deep === this.#deepest ? `{ ${first}; }` : `(${first})`;
      case 3:
        return `if ${first}; then\n  ${this.#command(deep)}\nfi`;
      case 4:
        return `case x in x) ${first};; esac`;
      default:
        return first;
    }
  }

  /** Text to be read on its own. */
  next(): string {
    if (this.#random() < 0.15) {
      const delimiter = this.#pick(["EOF", "'EOF'", '"E OF"', "\\EOF", "E'O'F"]);
      const end = delimiter.replace(/['"\\]/g, "");
      const body = this.#pick(["a 'b\n", "show x\n# y\n", "", '" (\n\n', "a\\\\\n"]);
      return `${this.#command(1)} <<${delimiter}\n${body}${end}`;
    }
    return this.#list(this.#deepest);
  }
}
