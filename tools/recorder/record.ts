import { spawnSync } from "node:child_process";
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parseTranscript } from "../../src/content/transcripts.ts";
import { stableValues } from "./stable-values.ts";

/** Runs one command and gives what it printed, exactly. */
type Run = (command: string) => string;

/** A recording must come out the same everywhere, so it has these programs and no others. */
const PROGRAMS = ["base64", "bash", "cat", "cut", "head", "sed", "sort", "tail", "tr", "wc"];
const NOT_FOUND = 127;
const TIMEOUT = 10_000;

/**
 * Records the commands of a transcript.
 * @param text the present transcript; only its `$ ` lines are used
 * @param run runs a command
 * @returns the transcript's new text, ending in a newline
 * @throws Error for a text without commands, and for output that a reader of the file would take
 *   for a command
 */
export function record(text: string, run: Run): string {
  const commands = parseTranscript(text).map(({ command }) => command);
  if (commands.length === 0) throw new Error("no command: write one as a line `$ …`");
  return commands
    .map((command) => {
      const output = run(command);
      if (/^\$ /m.test(output)) throw new Error(`\`${command}\` prints a line that begins with $`);
      return `$ ${command}\n${output}${output === "" || output.endsWith("\n") ? "" : "\n"}`;
    })
    .join("");
}

/**
 * Links the programs into a folder that is the whole PATH, and kubectl where there is one. It finds
 * no kubeconfig: the home folder is empty.
 */
function linkPrograms(folder: string, kubectl: string | undefined): void {
  const places = (process.env["PATH"] ?? "").split(delimiter);
  if (kubectl?.includes("/")) symlinkSync(kubectl, join(folder, "kubectl"));
  const names = kubectl === "kubectl" ? [...PROGRAMS, kubectl] : PROGRAMS;
  for (const name of names) {
    const found = places.map((place) => join(place, name)).find(isProgram);
    if (found === undefined) throw new Error(`recordings need the program ${name}`);
    symlinkSync(found, join(folder, name));
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs commands in one empty folder, one after the other, as a reader would type them. */
function runIn(root: string, kubectl: string | undefined): Run {
  const [home, bin, log] = [join(root, "home"), join(root, "bin"), join(root, "log")];
  mkdirSync(home);
  mkdirSync(bin);
  linkPrograms(bin, kubectl);
  return (command) => {
    // One file for both streams keeps what they print in order.
    const file = openSync(log, "w");
    const { error, status } = spawnSync(join(bin, "bash"), ["-c", command], {
      argv0: "bash",
      cwd: home,
      env: { PATH: bin, LC_ALL: "C", HOME: home },
      stdio: ["ignore", file, file],
      timeout: TIMEOUT,
    });
    closeSync(file);
    if (error) throw error;
    const output = readFileSync(log, "utf8");
    if (status !== NOT_FOUND) return stableValues(output);
    throw new Error(`${output.trim()}\n  Hint: recordings have ${PROGRAMS.join(", ")} only.`);
  };
}

/**
 * Records the commands of a transcript that needs no cluster.
 * @param text the present transcript
 * @param kubectl path of the program, or its name when it is on the PATH
 * @returns the transcript's new text
 * @throws Error as record does, and for a program that recordings do not have
 */
export function recordAlone(text: string, kubectl: string | undefined): string {
  const root = mkdtempSync(join(tmpdir(), "transcript-"));
  try {
    return record(text, runIn(root, kubectl));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What became of a transcript: its new text, or why there is none. */
export type Recorded = { text: string } | { error: string };

/** The outcome of recording a transcript, whose error becomes a message. */
export async function outcomeOf(run: () => string | Promise<string>): Promise<Recorded> {
  try {
    return { text: await run() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
