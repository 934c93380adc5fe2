import type { Measured } from "./measure.ts";

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const seconds = (value: number): string => `${value.toFixed(1)} s`;

type Row = [what: string, site: string, starlight: string, ratio: string];

function rowsOf({ site, starlight, sizes, lists, search, starlightSearch }: Measured): Row[] {
  const row = (what: string, a: number, b: number, unit: (value: number) => string): Row => [
    what,
    unit(a),
    unit(b),
    (a / b).toFixed(2),
  ];
  const rows = [
    row("build", site.seconds, starlight.seconds, seconds),
    row("build, processor", site.cpu, starlight.cpu, seconds),
    row("peak memory", site.megabytes, starlight.megabytes, (value) => `${value} MB`),
    row("page, median", sizes.site.median, sizes.starlight.median, kilobytes),
    row(`page, largest (${sizes.site.largest})`, sizes.site.max, sizes.starlight.max, kilobytes),
  ];
  if (search && starlightSearch) {
    rows.push(
      row(
        "search to the first result, worst",
        search.first.bytes,
        starlightSearch.first.bytes,
        kilobytes,
      ),
    );
    rows.push(
      row("first whole search, worst", search.whole.bytes, starlightSearch.whole.bytes, kilobytes),
    );
  }
  for (const [address, bytes] of lists) rows.push([address, kilobytes(bytes), "", ""]);
  return rows;
}

/**
 * Writes what was measured as a table.
 * @param measured one size of site
 * @returns lines of text; bytes are those that brotli leaves at its best
 */
export function table(measured: Measured): string {
  const head: Row = [
    `${measured.pages} pages, ${measured.manifests} manifests`,
    "this site",
    "Starlight",
    "ratio",
  ];
  const rows = [head, ...rowsOf(measured)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join("  "),
    )
    .join("\n");
}
