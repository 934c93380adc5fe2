import { ContentError } from "./content-error.ts";
import { readFolder } from "./files.ts";

/** One command of a recording and what it printed. */
export interface RecordedRun {
  command: string;
  /** What was printed, without a trailing newline; empty when nothing was. */
  output: string;
}

/**
 * Reads a recording: a line that starts with `$ ` is a command, the lines below it, up to the next
 * command, are what it printed.
 * @param text the recording's text
 * @returns the runs in order
 */
export function parseTranscript(text: string): RecordedRun[] {
  const runs: { command: string; lines: string[] }[] = [];
  for (const line of text.trimEnd().split("\n")) {
    if (line.startsWith("$ ")) runs.push({ command: line.slice(2), lines: [] });
    else runs.at(-1)?.lines.push(line);
  }
  return runs.map(({ command, lines }) => ({ command, output: lines.join("\n") }));
}

/**
 * The recording that belongs to the commands of a block.
 * @param text the recording's text, undefined when there is no such file
 * @param commands the commands that the page shows
 * @param name the recording's file name without `.txt`
 * @param from who asks for it, as `file:line`
 * @throws ContentError when there is no such recording, or it was made with other commands
 */
export function matchTranscript(
  text: string | undefined,
  commands: readonly string[],
  name: string,
  from: string,
): RecordedRun[] {
  if (text === undefined) {
    const hint = "write its commands there as `$ …` lines and run `npm run transcripts`";
    throw new ContentError(`no recording content/transcripts/${name}.txt`, from, hint);
  }
  const runs = parseTranscript(text);
  if (runs.map(({ command }) => command).join("\n") === commands.join("\n")) return runs;
  throw new ContentError(
    `other commands than in content/transcripts/${name}.txt`,
    from,
    "make them the same, then run `npm run transcripts`",
  );
}

let recordings: ReadonlyMap<string, string> | undefined;

/**
 * The recording that a block of a page shows; see matchTranscript.
 * @param name the recording's file name without `.txt`
 */
export function getTranscript(
  name: string,
  commands: readonly string[],
  from: string,
): RecordedRun[] {
  recordings ??= readFolder("transcripts", ".txt");
  return matchTranscript(recordings.get(`${name}.txt`), commands, name, from);
}
