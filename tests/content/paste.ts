import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A shell as readers have it open, with what makes it start without anybody's settings. */
export interface Shell {
  name: string;
  /** Interactive, reading what is pasted: zsh then takes `#` for a word, and both expand `!`. */
  prompt: readonly string[];
  /** Reads a text, and runs nothing of it. */
  syntax: readonly string[];
}

const KNOWN: readonly Shell[] = [
  {
    name: "bash",
    prompt: ["--norc", "--noprofile", "-i", "-s"],
    syntax: ["--norc", "--noprofile", "-n", "-c"],
  },
  { name: "zsh", prompt: ["-f", "-i", "-s"], syntax: ["-f", "-n", "-c"] },
];

/** The shells that this machine has. */
export const shells = KNOWN.filter(({ name }) => spawnSync(name, ["-c", ":"]).status === 0);

/** The shells that it does not have, by name. */
export const missing = KNOWN.filter((shell) => !shells.includes(shell)).map(({ name }) => name);

/**
 * What a shell says of a text that it reads without running it.
 * @param shell the shell
 * @param text what would be pasted
 * @returns its complaint; empty when it has none
 */
export function complaint({ name, syntax }: Shell, text: string): string {
  const { status, stderr } = spawnSync(name, [...syntax, text], { encoding: "utf8" });
  return status === 0 && stderr === "" ? "" : stderr || `exit status ${status ?? "none"}`;
}

/** What kubectl was called with. */
export interface Call {
  args: string[];
  /** What it read, where an argument says that it reads. */
  stdin?: string;
}

/**
 * Stands in for kubectl: reports on descriptor 3 what it was called with. No other program is found,
 * so that nothing else runs.
 */
const PRELUDE = `kubectl() {
  local input=
  case " $* " in *" - "*) IFS= read -r -d '' input;; esac
  printf '%s\\0' CALL "$#" "$@" "$input" >&3
}
PATH=/nonexistent
`;

function callsOf(record: readonly string[]): Call[] {
  const calls: Call[] = [];
  for (let at = 0; record[at] === "CALL";) {
    const count = Number(record[at + 1]);
    const args = record.slice(at + 2, at + 2 + count);
    const stdin = record[at + 2 + count] ?? "";
    calls.push({ args, ...(args.includes("-") ? { stdin } : {}) });
    at += 3 + count;
  }
  // The parts of a pipeline start in any order.
  return calls.sort((a, b) => (a.args.join("\0") < b.args.join("\0") ? -1 : 1));
}

/**
 * Pastes texts one after the other at the prompt of a shell.
 * @param shell the shell
 * @param texts commands that call kubectl only
 * @returns the calls that each text made
 */
export function paste({ name, prompt }: Shell, texts: readonly string[]): Call[][] {
  const cwd = mkdtempSync(join(tmpdir(), "paste-"));
  try {
    const input = PRELUDE + texts.map((text) => `${text}\nprintf 'NEXT\\0' >&3\n`).join("");
    const { output } = spawnSync(name, [...prompt], {
      cwd,
      input,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["pipe", "ignore", "pipe", "pipe"],
      // Nothing of the reader's, and no history that is kept.
      env: { PATH: "/nonexistent:/usr/bin:/bin", HOME: cwd, HISTFILE: "", PS1: "", TERM: "dumb" },
    });
    const told = (output[3] ?? "").split("NEXT\0");
    return texts.map((_, at) => callsOf((told[at] ?? "").split("\0")));
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
