import { namespaceSpots } from "../kubectl/namespace.ts";
import { findPlaceholders } from "../shell/placeholders.ts";
import { quoteContextAt } from "../shell/quote-context.ts";
import { escapeHtml } from "../text/escape-html.ts";
import { toHtml, tokenLines, type Run } from "./highlight.ts";
import { NAME, unitsOf, type Unit } from "./units.ts";

/** A part of a command that depends on the reader's names, and its element. */
interface Spot {
  start: number;
  end: number;
  html: string;
}

/** Placeholders, with the quotes around them where there are any, and places for a namespace. */
function spotsOf(text: string): Spot[] {
  const names = findPlaceholders(text).map(({ start, end }): Spot => {
    const context = quoteContextAt(text, start);
    const attribute = context === "bare" ? "" : ` data-in="${context}"`;
    return { start, end, html: `<var${attribute}>${escapeHtml(text.slice(start, end))}</var>` };
  });
  const flags = namespaceSpots(text).map((at): Spot => ({ start: at, end: at, html: "<i></i>" }));
  return [...names, ...flags].sort((a, b) => a.start - b.start);
}

/** A run where it is in its line. */
interface PlacedRun extends Run {
  start: number;
  end: number;
}

/** One line of a command; all offsets are its own. */
interface Line {
  text: string;
  runs: readonly PlacedRun[];
  spots: readonly Spot[];
}

/** Some browser could break a line beside one of these. */
const BREAKS_INSIDE = /[^\w.:$@=*,'"#~^;\\]/;

/** The runs between two offsets. */
function runsIn({ runs, text }: Line, from: number, to: number): Run[] {
  return runs.flatMap(({ start, end, className }) => {
    const part = text.slice(Math.max(start, from), Math.min(end, to));
    if (part === "" || start >= to || end <= from) return [];
    return [{ text: part, className: part.trim() ? className : undefined }];
  });
}

function stretchToHtml(line: Line, from: number, to: number): string {
  const parts: string[] = [];
  let at = from;
  for (const { start, end, html } of line.spots) {
    // An empty spot belongs to what it ends, any other to what it starts in.
    if (start === end ? start <= from || start > to : start < from || start >= to) continue;
    parts.push(toHtml(runsIn(line, at, start)), html);
    at = end;
  }
  return parts.join("") + toHtml(runsIn(line, at, to));
}

/** The one class of a stretch without names, if all of it has the same. */
function classOf(line: Line, { start, end }: Unit): string | undefined {
  const [only, ...others] = runsIn(line, start, end);
  const plain = others.length === 0 && !line.spots.some((spot) => touches(spot, start, end));
  return plain ? only?.className : undefined;
}

const touches = (spot: Spot, start: number, end: number) => spot.end > start && spot.start < end;

/** A unit within its element, which keeps it whole; as it is where no browser would break it. */
function unitToHtml(line: Line, unit: Unit): string {
  const { start, end, parts } = unit;
  const className = classOf(line, unit);
  const tag = className ? `<b class="${className}">` : "<b>";
  if (parts.length > 0) {
    const inside = className
      ? {
          ...line,
          runs: [{ text: line.text, start: 0, end: line.text.length, className: undefined }],
        }
      : line;
    return `${tag}${parts.map((part) => unitToHtml(inside, part)).join("<wbr>")}</b>`;
  }
  const html = stretchToHtml(line, start, end);
  const names = line.spots.filter((spot) => touches(spot, start, end));
  if (names.length === 1 && names[0]?.html === html) return html;
  const isWhole = end - start === 1 || !BREAKS_INSIDE.test(line.text.slice(start, end));
  if (names.length === 0 && isWhole) return html;
  return className ? `${tag}${escapeHtml(line.text.slice(start, end))}</b>` : `<b>${html}</b>`;
}

/** The first of a line is there already: as one element, it would leave its indentation behind. */
function firstToHtml(line: Line, unit: Unit): string {
  const [first, ...others] = unit.parts;
  if (!first) return unitToHtml(line, unit);
  return [firstToHtml(line, first), ...others.map((part) => unitToHtml(line, part))].join("<wbr>");
}

function lineToHtml(line: Line): string {
  const masked = line.spots.reduce(
    (text, { start, end }) => text.slice(0, start) + NAME.repeat(end - start) + text.slice(end),
    line.text,
  );
  const parts: string[] = [];
  let at = 0;
  for (const unit of unitsOf(masked)) {
    const isFirst = line.text.slice(0, unit.start).trim() === "";
    const html = isFirst ? firstToHtml(line, unit) : unitToHtml(line, unit);
    if (!html.startsWith("<")) continue;
    parts.push(stretchToHtml(line, at, unit.start), html);
    at = unit.end;
  }
  return parts.join("") + stretchToHtml(line, at, line.text.length);
}

/**
 * Highlights a shell command. The grammar would take `<pod-name>` for two redirections, so each
 * placeholder is tokenized as a plain word and then marked as a name to fill in.
 * @param text one command
 * @returns HTML for the inside of `<code>`, whose text is the command. Placeholders are `<var>`
 *   elements, with `data-in` where quotes or a substitution surround them; an empty `<i>` is where
 *   `-n` and a namespace belong; a `<b>` stays on one line if it can; a command of several lines
 *   has a `<span>` for each
 */
export function highlightCommand(text: string): string {
  const spots = spotsOf(text);
  let masked = text;
  for (const { start, end } of spots) {
    masked = masked.slice(0, start) + "x".repeat(end - start) + masked.slice(end);
  }
  const tokens = tokenLines(masked, "sh");
  const lines = text.split("\n");
  let offset = 0;
  const html = lines.map((line, index) => {
    const from = offset;
    offset += line.length + 1;
    let at = 0;
    return lineToHtml({
      text: line,
      runs: (tokens[index] ?? []).map((run) => {
        const start = at;
        at += run.text.length;
        return { ...run, start, end: at };
      }),
      spots: spots
        .filter(({ start }) => start >= from && start < offset)
        .map((spot) => ({ ...spot, start: spot.start - from, end: spot.end - from })),
    });
  });
  if (html.length === 1) return html.join("");
  return html
    .map((line, index) => `<span>${line}${index < html.length - 1 ? "\n" : ""}</span>`)
    .join("");
}
