import "../../tools/api-server/engine-modules.ts";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKubectl } from "../../tools/kubectl/find.mjs";
import { parseCall } from "../../src/kubectl/arguments.ts";
import { callsKubectl } from "../../src/kubectl/calls.ts";
import { effectOf } from "../../src/kubectl/effect.ts";
import { namespaceSpots } from "../../src/kubectl/namespace.ts";
import { whyNotRun } from "../../src/kubectl/unrunnable.ts";
import { parseTranscript } from "../../src/content/transcripts.ts";
import { readDescriptions } from "../../src/explain/descriptions.ts";
import type { Cluster } from "../../src/cluster/cluster.ts";
import { textAt } from "../../src/cluster/objects.ts";
import { fill as fillNames } from "../../src/names/fill.ts";
import type { HttpServer } from "../../tools/api-server/http.ts";
import { serveScenario } from "../../tools/api-server/scenario.ts";
import { readPages } from "../../src/content/pages.ts";
import { shellBlocks, type PageCommand } from "../../src/content/shell-blocks.ts";
import { ARTICLE } from "../article-commands.ts";
import { makeSandbox, type Sandbox } from "../../tools/kubectl/sandbox.ts";
import { readyPod } from "../../src/cluster/scenarios/scenarios.ts";
import { mannerOf, parseFault, runFault } from "./verdict.ts";

const kubectl = findKubectl();
if (!kubectl) console.warn("No kubectl ≥ 1.34 here: its tests are skipped, nothing is proven.");
const descriptions = readDescriptions(process.cwd());
const program = kubectl?.path ?? "";

const blocks = readPages().flatMap(shellBlocks);
const commands = blocks.flatMap(({ commands: ofBlock, recording }) =>
  ofBlock.filter(({ text }) => callsKubectl(text)).map((command) => ({ ...command, recording })),
);
const pages = Map.groupBy(commands, ({ at }) => at.replace(/:\d+$/, ""));

const FILLED: Record<string, string> = {
  "pod-name": "api-server-7f56958df-x7k2p",
  namespace: "default",
  container: "api",
  deployment: "api-server",
  service: "api-server",
  image: "myrepo/api-server:v1.2.4",
  "node-name": "node-2",
  context: "lab",
  claim: "uploads",
  job: "migrate",
};

function fill(text: string, names: Record<string, string> = {}): string {
  return text.replace(/<([a-z][a-z-]*)>/g, (all, name: string) => {
    return names[name] ?? FILLED[name] ?? all;
  });
}

/** Pods that an earlier command of the page took from their controller stop a drain. */
async function removeOrphans(cluster: Cluster): Promise<void> {
  const { items } = await cluster.of("pods").list("default");
  for (const { metadata, spec } of items) {
    const orphan = (metadata?.ownerReferences ?? []).length === 0;
    const here = textAt(spec, "nodeName") === FILLED["node-name"];
    if (orphan && here) await cluster.of("pods").remove(metadata?.name ?? "", "default", {});
  }
}

/** What a command creates is not there yet: the page's reader has not run it before. */
async function makeRoom(cluster: Cluster, command: string): Promise<void> {
  if (command.startsWith("kubectl drain")) await removeOrphans(cluster);
  const secret = /^kubectl create secret generic (\S+)/.exec(command)?.[1];
  if (secret === undefined || command.includes("--dry-run")) return;
  await cluster.of("secrets").remove(secret, "default", {});
}

/** What a text was judged, once: pages repeat many commands, and each run of kubectl takes 0.1 s. */
type Verdicts = Map<string, Promise<string | undefined>>;

function judged(verdicts: Verdicts, text: string, run: () => Promise<string | undefined>) {
  const verdict = verdicts.get(text) ?? run();
  verdicts.set(text, verdict);
  return verdict;
}

/** Whether a command leaves cluster and folder alone: run on one page, it is proven for all. */
const onlyReads = (text: string): boolean => effectOf(text) === "reads" && !/\s>/.test(text);

/** Whether its run does not prove that kubectl knows a command: it is not run, or may fail. */
const needsParsing = ({ text, recording }: (typeof commands)[number]): boolean =>
  recording !== undefined || whyNotRun(text) !== undefined || mannerOf(text).statuses.length > 1;

const proven = { parsed: [] as PageCommand[], run: [] as PageCommand[] };
const parsedOnly: (PageCommand & { because: string })[] = [];

describe.concurrent("every shell block", () => {
  it.for(blocks)("parses: $file:$line", ({ file, line, source }) => {
    const bash = spawnSync("bash", ["-n"], { input: fill(source), encoding: "utf8" });
    expect(bash.stderr, `${file}:${line}`).toBe("");
  });
});

describe.skipIf(!kubectl)("kubectl without a server", () => {
  let sandbox: Sandbox;
  beforeAll(() => {
    // Nothing listens on port 1 of this machine.
    sandbox = makeSandbox(program, "http://127.0.0.1:1");
  });
  afterAll(() => {
    sandbox.remove();
  });

  const verdicts: Verdicts = new Map();
  it.concurrent.for(commands.filter(needsParsing))("knows $at $text", async (command) => {
    const text = fill(command.text);
    const fault = await judged(verdicts, text, async () => parseFault(await sandbox.run(text)));
    const hint = "check it with `kubectl --help`, or correct its flags";
    expect(fault, `${command.at} ${command.text}\n  Hint: ${hint}.`).toBeUndefined();
    proven.parsed.push(command);
  });

  // One command for each verb that the site writes a namespace into.
  const scoped = new Map(
    commands
      .filter(({ text }) => namespaceSpots(text).length > 0)
      .map((command) => [parseCall(command.text.split(/\s+/)).verb, command] as const),
  );

  it("puts the reader's namespace into many kinds of commands", () => {
    expect(scoped.size).toBeGreaterThan(20);
  });

  it.for([...scoped.values()])("takes a namespace in $text", async ({ text }) => {
    const filled = fillNames(fill(text), { namespace: "shop" });
    expect(filled).toContain("kubectl -n shop ");
    expect(parseFault(await sandbox.run(filled)), filled).toBeUndefined();
  });

  it.for([
    ["kubectl scale deployment api-server --replica=5", "unknown flag: --replica"],
    ["kubectl log api-server", 'unknown command "log"'],
    ["kubectl rollout undos deployment/api-server", "undos"],
    ["kubectl describe", "You must specify the type of resource"],
    ["kubectl logs", "expected 'logs"],
    ["kubectl scale deployment api-server", 'required flag(s) "replicas" not set'],
    ["kubectl exec -it api-server", "you must specify at least one command"],
    ["kubectl apply", "must specify one of -f and -k"],
    ["kubectl apply -f deploymnet.yaml", "does not exist"],
  ])("rejects %s", async ([command = "", message = ""]) => {
    expect(parseFault(await sandbox.run(command))).toContain(message);
  });
});

/** A cluster that commands are run against, and the folder that they are run in. */
interface Lab {
  server: HttpServer;
  sandbox: Sandbox;
}

async function openLab(): Promise<Lab> {
  const server = await serveScenario("every-page", { pace: 20, descriptions });
  return { server, sandbox: makeSandbox(program, server.url) };
}

async function closeLab({ server, sandbox }: Lab): Promise<void> {
  sandbox.remove();
  await server.close();
}

describe.skipIf(!kubectl)("kubectl with a cluster", () => {
  const verdicts: Verdicts = new Map();
  /** For what only reads: a cluster takes seconds to get into the state that pages expect. */
  let shared: Lab;
  beforeAll(async () => {
    shared = await openLab();
  });
  afterAll(() => closeLab(shared));

  // Pages at the same time, and on each the commands in their order.
  describe.concurrent.each([...pages])("%s", (_page, ofPage) => {
    /** Of this page alone, from its first command on that changes something. */
    let own: Lab | undefined;
    afterAll(async () => {
      if (own) await closeLab(own);
    });

    it.for(ofPage)("runs $at $text", { concurrent: false }, async (command, { skip }) => {
      const because = whyNotRun(command.text);
      if (because !== undefined) {
        parsedOnly.push({ ...command, because });
        skip(`only parsed, because ${because}`);
        return;
      }
      if (command.recording !== undefined) {
        // Run on a cluster of its own by the recorder, where it may also be meant to fail.
        const recorded = readFileSync(`content/transcripts/${command.recording}.txt`, "utf8");
        expect(parseTranscript(recorded).map((run) => run.command)).toContain(command.text);
        proven.run.push(command);
        return;
      }
      const reads = onlyReads(command.text);
      if (!reads && effectOf(command.text) !== "enters") own ??= await openLab();
      const { server, sandbox } = own ?? shared;
      await makeRoom(server.cluster, command.text);
      const crashed = command.text.includes("--previous");
      const pod = crashed ? "api-server-crashing" : await readyPod(server.cluster);
      const creates = command.text.startsWith("kubectl create namespace");
      const names = { "pod-name": pod, ...(creates ? { namespace: "payments" } : {}) };
      const manner = mannerOf(command.text);
      const text = fill(command.text, names);
      const run = async () => runFault(await sandbox.run(text, manner), manner);
      const fault = await (onlyReads(command.text) ? judged(verdicts, command.text, run) : run());
      const hint = "check it with `kubectl --help`, or correct its flags";
      expect(fault, `${command.at} ${command.text}\n  Hint: ${hint}.`).toBeUndefined();
      proven.run.push(command);
      if (!needsParsing(command)) proven.parsed.push(command);
    });
  });

  describe("what no cluster knows", () => {
    let server: HttpServer;
    let sandbox: Sandbox;
    beforeAll(async () => {
      server = await serveScenario("api-server-running");
      sandbox = makeSandbox(program, server.url);
    });
    afterAll(async () => {
      sandbox.remove();
      await server.close();
    });

    it.for([
      ["kubectl get podz", 'doesn\'t have a resource type "podz"'],
      ["kubectl get pod api-server", 'pods "api-server" not found'],
      ["kubectl get deployments/api-servr", 'deployments.apps "api-servr" not found'],
      ["kubectl set image deployment/api-server app=myrepo/api-server:v1.2.4", "unable to find"],
      ["kubectl rollout undo deployment/api-server --to-revision=7", "revision 7"],
      ["kubectl logs deployment/api-server --previous", "previous terminated container"],
      ["kubectl logs deployment/api-server -c app", "container app is not valid"],
      ["kubectl set image deployment/api-server", "at least one image update is required"],
      ["kubectl get pods -o wider", "unable to match a printer"],
      ["kubectl exec deployment/api-server -- bash", "executable file not found"],
    ])("rejects %s", async ([command = "", message = ""]) => {
      const result = await sandbox.run(command);
      expect(result.status).not.toBe(0);
      expect(result.stderr).toContain(message);
    });
  });

  it("ran every command of the article", () => {
    const texts = new Set(proven.run.map(({ text }) => text));
    expect(ARTICLE.filter((text) => !texts.has(text))).toEqual([]);
  });
});

afterAll(() => {
  const reasons = Map.groupBy(parsedOnly, ({ because }) => because);
  const why = [...reasons].map(([because, { length }]) => `${length}: ${because}`).join("; ");
  const { parsed, run } = proven;
  const summary = kubectl
    ? `kubectl ${kubectl.version}: ${parsed.length} commands parsed, ${run.length} run, ${parsedOnly.length} only parsed (${why})`
    : "kubectl: none found, no command proven";
  console.log(summary);
  mkdirSync("test-results", { recursive: true });
  const report = { version: kubectl?.version, parsed, run, parsedOnly };
  writeFileSync("test-results/kubectl.json", JSON.stringify(report, undefined, 2));
});
