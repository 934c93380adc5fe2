// Records content/transcripts/. `--check` writes nothing and fails when a file is out of
// date; `--folder F` takes another folder.
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { parseTranscript } from "../../src/content/transcripts.ts";
import { callsKubectl } from "../../src/kubectl/calls.ts";
import { findKubectl } from "../kubectl/find.mjs";
import { clusterOf } from "./on-cluster.ts";
import { outcomeOf, recordAlone, type Recorded } from "./record.ts";

/**
 * Compares two texts line by line. Unlike diff(1) it does not search for the shortest difference:
 * it leaves out what both have in common at the start and at the end.
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

/** What became of a transcript; `skipped` says why it could not be recorded on this machine. */
export type Outcome = { name: string; before: string } & (Recorded | { skipped: string });

/** Records in threads on clusters, since the seed of their random numbers is a thread's own. */
async function recordOnClusters(texts: readonly string[]): Promise<Recorded[]> {
  const outcomes: Recorded[] = [];
  let next = 0;
  // One more than there are processors: a third of the time a thread waits for kubectl.
  const count = Math.min(texts.length, availableParallelism() + 1);
  const work = async () => {
    const thread = new Worker(new URL("./recording-thread.ts", import.meta.url));
    try {
      for (let at = next++; at < texts.length; at = next++) {
        const answer = once(thread, "message") as Promise<[Recorded]>;
        thread.postMessage(texts[at]);
        [outcomes[at]] = await answer;
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  return outcomes;
}

/**
 * Says what there is to say of transcripts that were recorded.
 * @param outcomes what became of each
 * @param check whether a transcript that is out of date is a fault
 * @returns the exit status, and the lines to print; faults and what was skipped go to stderr
 */
export function verdict(outcomes: readonly Outcome[], check: boolean) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  let status = 0;
  for (const outcome of outcomes) {
    const { name, before } = outcome;
    if ("skipped" in outcome) stderr.push(`${name} skipped: ${outcome.skipped}`);
    else if ("error" in outcome) {
      status = 1;
      stderr.push(`${name}: ${outcome.error}`);
    } else if (outcome.text !== before && !check) stdout.push(`${name} recorded`);
    else if (outcome.text !== before) {
      status = 1;
      stderr.push(`${name} is out of date`);
      stderr.push(...difference(before, outcome.text).map((line) => `  ${line}`));
      stderr.push("  Hint: run `npm run transcripts`, and look at what changed.");
    }
  }
  return { status, stdout, stderr };
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
  const outcomes: Outcome[] = [];
  const wanted: { path: string; name: string; before: string }[] = [];
  for (const file of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
    const path = join(folder, file);
    const name = relative(process.cwd(), path);
    const before = readFileSync(path, "utf8");
    const skipped = await obstacle(before, kubectl);
    if (skipped === undefined) wanted.push({ path, name, before });
    else outcomes.push({ name, before, skipped });
  }
  const onCluster = wanted.map(({ before }) => before).filter(clusterOf);
  const recorded = await recordOnClusters(onCluster);
  for (const { path, name, before } of wanted) {
    const now =
      clusterOf(before) === undefined
        ? await outcomeOf(() => recordAlone(before, kubectl))
        : (recorded[onCluster.indexOf(before)] ?? { error: "was not recorded" });
    if ("text" in now && now.text !== before && !check) writeFileSync(path, now.text);
    outcomes.push({ name, before, ...now });
  }
  const { status, stdout, stderr } = verdict(outcomes, check);
  for (const line of stdout) console.log(line);
  for (const line of stderr) console.error(line);
  process.exitCode = status;
}

if (import.meta.main) await main();
