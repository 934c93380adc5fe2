// Records content/transcripts/. `--check` writes nothing and fails when a file is out of
// date; `--folder F` takes another folder.
import { spawnSync } from "node:child_process";
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { parseTranscript } from "../../src/content/transcripts.ts";
import { callsKubectl } from "../../src/kubectl/calls.ts";
import { clusterOf, recordOnCluster } from "./on-cluster.ts";
import { stableValues } from "./stable-values.ts";
import { findKubectl } from "../kubectl/find.mjs";

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
 * Says how two texts differ, line by line, in the manner of diff(1) without its search for the
 * shortest way: what they have in common at both ends is left out.
 * @param before the present text
 * @param after the text as it should be
 * @returns lines that start with `-` or `+`; none when the texts are equal
 */
export function difference(before: string, after: string): string[] {
  if (before === after) return [];
  const [old, now] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return [
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line}`),
  ];
}

/** Where kubectl looks for a server when no kubeconfig names one. */
const DEFAULT_PORT = 8080;

/** Whether nothing listens on a port of this machine. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => {
      resolve(false);
    });
    server.listen(port, () =>
      server.close(() => {
        resolve(true);
      }),
    );
  });
}

/** Says why a recording cannot be made on this machine; undefined when it can. */
async function obstacle(text: string, kubectl: string | undefined): Promise<string | undefined> {
  const onCluster = clusterOf(text) !== undefined;
  const calls = onCluster || parseTranscript(text).some(({ command }) => callsKubectl(command));
  if (calls && kubectl === undefined) return "no kubectl ≥ 1.34 on this machine";
  // Without a cluster kubectl must find no server, as where it has just been installed.
  const free = onCluster || !calls || (await isFree(DEFAULT_PORT));
  return free ? undefined : `something listens on port ${DEFAULT_PORT}`;
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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      folder: {
        type: "string",
        default: join(import.meta.dirname, "..", "..", "content", "transcripts"),
      },
    },
  });
  const { check, folder } = values;
  const kubectl = findKubectl()?.path;
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
    const path = join(folder, name);
    const shown = relative(process.cwd(), path);
    const before = readFileSync(path, "utf8");
    const root = mkdtempSync(join(tmpdir(), "transcript-"));
    try {
      const because = await obstacle(before, kubectl);
      if (because !== undefined) {
        console.warn(`${shown} skipped: ${because}`);
        continue;
      }
      const onCluster = clusterOf(before) !== undefined;
      const after = onCluster
        ? await recordOnCluster(before)
        : record(before, runIn(root, kubectl));
      if (after === undefined || before === after) continue;
      if (check) {
        process.exitCode = 1;
        console.error(`${shown} is out of date`);
        for (const line of difference(before, after)) console.error(`  ${line}`);
        console.error("  Hint: run `npm run transcripts`, and look at what changed.");
      } else {
        writeFileSync(path, after);
        console.log(`${shown} recorded`);
      }
    } catch (error) {
      process.exitCode = 1;
      console.error(`${shown}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      rmSync(root, { recursive: true });
    }
  }
}

if (import.meta.main) await main();
