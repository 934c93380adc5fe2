import { stableValues } from "./stable-values.ts";

/** Suffixes of five letters as Kubernetes makes them: no vowels, no 0, 1 or 3. In order. */
const SUFFIXES = [
  "4k9zt",
  "7xq2m",
  "9wfzc",
  "b6n8r",
  "cj5lv",
  "d2hpx",
  "gt7wk",
  "hq4sd",
  "jv8bn",
  "k5zmf",
  "lp2rc",
  "mw6tg",
  "n8cxj",
  "qd4hv",
  "r7lkb",
  "s2vnz",
];

/** Reads a written duration, in seconds. */
function secondsOf(duration: string): number {
  const units: Record<string, number> = { d: 86_400, h: 3600, m: 60, s: 1 };
  return Array.from(duration.matchAll(/(\d+)([dhms])/g)).reduce(
    (sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ""] ?? 0),
    0,
  );
}

/** Rounds a duration so that a slow machine writes what a fast one does. */
function rounded(duration: string): string {
  const seconds = secondsOf(duration);
  if (seconds < 15) return "5s";
  if (seconds >= 600) return duration.replace(/(\d+m)\d+s/, "$1");
  if (seconds >= 150) return `${Math.round(seconds / 60)}m`;
  const near = Math.round(seconds / 30) * 30;
  return near < 120 ? `${near}s` : "2m";
}

/** Rounds to whole minutes: when a container ends depends on several timers. */
function roundedToMinutes(duration: string): string {
  return rounded(`${Math.max(1, Math.round(secondsOf(duration) / 60)) * 60}s`);
}

/** Gives generated names of Pods and EndpointSlices fixed suffixes; one recording keeps what it has given. */
export class StableNames {
  private readonly given = new Map<string, string>();

  /**
   * Replaces the generated suffixes of names. New names are given in the order of the objects'
   * places, which do not depend on what was generated.
   * @param output what a command printed
   * @param places by name
   * @returns the output with names of the same length
   * @throws Error when a recording shows more of them than there are suffixes
   */
  replace(output: string, places: ReadonlyMap<string, string>): string {
    // A Pod may be gone that was named; a slice's name is told from others by being there.
    const generated = /\bapi-server-(?:[0-9a-z]{8,10}-)?[0-9a-z]{5}\b/g;
    const isGenerated = (name: string) => name.split("-").length > 3 || places.has(name);
    const found = Array.from(output.matchAll(generated), ([whole]) => whole).filter(isGenerated);
    const place = (name: string) => `${places.get(name) ?? "~"} ${name}`;
    for (const name of found.sort((left, right) => (place(left) < place(right) ? -1 : 1))) {
      if (this.given.has(name)) continue;
      const suffix = SUFFIXES[this.given.size];
      if (suffix === undefined) throw new Error("a recording shows too many names");
      this.given.set(name, name.replace(/[^-]+$/, suffix));
    }
    return output.replace(generated, (name) => this.given.get(name) ?? name);
  }
}

const AGE = /^\d+[dhms](?:\d+[hms])?$/;
/** When something was last seen, how often and since when, as `kubectl events` writes it. */
const COUNTED = /^(\w+) \((x\d+) over (\w+)\)$/;

/** A cell of a table with rounded times. */
function stableCell(cell: string): string {
  if (AGE.test(cell)) return rounded(cell);
  const [, last = "", times = "", all = ""] = COUNTED.exec(cell) ?? [];
  if (times) return `${roundedToMinutes(last)} (${times} over ${roundedToMinutes(all)})`;
  return cell.replace(/\((\w+) ago\)/, (_all, ago: string) => `(${roundedToMinutes(ago)} ago)`);
}

/** Cells of a line of a table; a column starts where its heading does. */
function cellsOf(line: string, starts: readonly number[]): string[] {
  return starts.map((start, index) => line.slice(start, starts[index + 1]).trimEnd());
}

/**
 * Lays a table out again with rounded ages, rows in the order of their names; events stay in the
 * order of time.
 * @param lines the table with its heading
 * @returns the lines as kubectl aligns them
 */
function stableTable(lines: readonly string[]): string[] {
  const [heading = "", ...body] = lines;
  const starts = Array.from(heading.matchAll(/\S+(?: \S+)*/g), ({ index }) => index);
  const rows = [heading, ...body].map((line) => cellsOf(line, starts).map(stableCell));
  const [titles = [], ...sorted] = rows;
  if (titles[0] === "NAME") sorted.sort(([left = ""], [right = ""]) => (left < right ? -1 : 1));
  const widths = titles.map((_title, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const last = widths.length - 1;
  return [titles, ...sorted].map((row) =>
    row
      .map((cell, column) => (column === last ? cell : cell.padEnd((widths[column] ?? 0) + 3)))
      .join(""),
  );
}

/**
 * Replaces what differs from run to run: generated names, ages, and the
 * values of stable-values.ts. Nothing else is changed.
 * @param output what a kubectl command printed
 * @param names the names given so far in this recording
 * @param places what the Pods are ordered by, by name
 * @returns the output as it is recorded
 */
export function stable(
  output: string,
  names: StableNames,
  places: ReadonlyMap<string, string>,
): string {
  const named = stableValues(names.replace(output, places));
  const blocks = named.split("\n\n").map((block) => {
    const lines = block.split("\n");
    const trailing = lines.at(-1) === "" ? lines.splice(-1) : [];
    const isTable = /^(?:NAME|LAST SEEN) /.test(lines[0] ?? "");
    return [...(isTable ? stableTable(lines) : lines), ...trailing].join("\n");
  });
  return blocks.join("\n\n");
}
