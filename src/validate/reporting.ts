import type { LineCounter } from "yaml";
import type { Problem } from "./problem.ts";
import type { Report } from "./tree.ts";

/** Most problems that are reported for one file. */
const most = 100;
/** Most characters of a message. */
const longest = 300;

/** Collects the problems of one file, each position and message once. */
export function collect(file: string, lines: LineCounter, into: Problem[]): Report {
  const seen = new Set<string>();
  return ({ at, path }, message, hint, level = "error") => {
    const { line, col } = lines.linePos(at);
    const key = `${at} ${message}`;
    if (seen.has(key) || seen.size >= most) return;
    seen.add(key);
    // A text quoted from the file may be as long as the file.
    const short = message.length > longest ? `${message.slice(0, longest)}…` : message;
    const place = { line: Math.max(line, 1), column: Math.max(col, 1) };
    const problem = { level, file, ...place, path: path.slice(-longest), message: short };
    into.push(hint === undefined ? problem : { ...problem, hint });
  };
}
