import type { HttpServer } from "../api-server/http.ts";
import { serveScenario } from "../api-server/scenario.ts";
import { textAt } from "../../src/cluster/objects.ts";
import { parseTranscript } from "../../src/content/transcripts.ts";
import { findKubectl } from "../kubectl/find.mjs";
import { makeSandbox } from "../kubectl/sandbox.ts";
import { StableNames, stable } from "./stable.ts";

/** The line that a recording made on a cluster starts with. */
const CLUSTER = /^# cluster: (\S+)\n/;

/**
 * Says on which cluster a recording is made.
 * @param text the recording
 * @returns the scenario's name; undefined for a recording that needs no cluster
 */
export function clusterOf(text: string): string | undefined {
  return CLUSTER.exec(text)?.[1];
}

/** Lets the controllers finish what a command has started. */
async function settle({ cluster }: HttpServer): Promise<void> {
  await cluster.advance(60_000);
}

/**
 * Where generated names come in the order of names: older objects first, to the minute, then by
 * address.
 */
async function places({ cluster }: HttpServer): Promise<Map<string, string>> {
  const lists = ["pods", "endpointslices"].map((plural) => cluster.of(plural).list("default"));
  const objects = (await Promise.all(lists)).flatMap(({ items }) => items);
  return new Map(
    objects.map((object) => {
      const created = Date.parse(textAt(object, "metadata", "creationTimestamp") ?? "");
      const age = Math.round((cluster.now() - created) / 60_000);
      const place = `${String(1e6 - age)} ${textAt(object, "status", "podIP") ?? ""}`;
      return [object.metadata?.name ?? "", place];
    }),
  );
}

/**
 * Records the commands of a transcript with the real kubectl on a cluster in memory. A minute
 * of the cluster's time passes between two commands.
 * @param text the present transcript, with its `# cluster:` line; only its `$ ` lines are used
 * @returns the transcript's new text
 * @throws Error for an unknown scenario, for a command that does not end, and without a kubectl
 */
export async function recordOnCluster(text: string): Promise<string> {
  const scenario = clusterOf(text);
  const kubectl = findKubectl();
  if (scenario === undefined) throw new Error("no `# cluster: …` line");
  if (!kubectl) throw new Error("no kubectl on this machine");
  // Loaded only now: it needs the hook of engine-modules.ts.
  const { shownPod } = await import("../../src/cluster/scenarios/scenarios.ts");
  const server = await serveScenario(scenario, { seed: true });
  const sandbox = makeSandbox(kubectl.path, server.url);
  const names = new StableNames();
  try {
    const recorded: string[] = [];
    for (const { command } of parseTranscript(text)) {
      if (recorded.length > 0) await settle(server);
      const filled = command.replaceAll("<pod-name>", await shownPod(server.cluster, scenario));
      const { status, stdout, stderr } = await sandbox.run(`{ ${filled}\n} 2>&1`);
      if (status === undefined) throw new Error(`\`${command}\` does not end`);
      const output = stable(stdout + stderr, names, await places(server));
      recorded.push(`$ ${command}\n${output}`);
    }
    return `# cluster: ${scenario}\n${recorded.join("")}`;
  } finally {
    sandbox.remove();
    await server.close();
  }
}
