import "../facade/engine.ts";
import type { Facade } from "../facade/server.ts";
import { textAt } from "../../src/lab/objects.ts";
import { parseTranscript } from "../../src/content/transcripts.ts";
import { findKubectl } from "../../scripts/kubectl.mjs";
import { makeSandbox } from "./sandbox.ts";
import { seeded } from "./seeded.ts";
import { Names, stable } from "./stable.ts";

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

/** Lets the cluster come to rest after a command that changed it. */
async function settle({ lab }: Facade): Promise<void> {
  await lab.advance(60_000);
}

/**
 * Where generated names come in the order of names: older objects first, to the minute, then by
 * address.
 */
async function places({ lab }: Facade): Promise<Map<string, string>> {
  const lists = ["pods", "endpointslices"].map((plural) => lab.of(plural).list("default"));
  const objects = (await Promise.all(lists)).flatMap(({ items }) => items);
  return new Map(
    objects.map((object) => {
      const created = Date.parse(textAt(object, "metadata", "creationTimestamp") ?? "");
      const age = Math.round((lab.now() - created) / 60_000);
      const place = `${String(1e6 - age)} ${textAt(object, "status", "podIP") ?? ""}`;
      return [object.metadata?.name ?? "", place];
    }),
  );
}

/**
 * Records the commands of a transcript with the real kubectl on a cluster in memory. The cluster
 * comes to rest between two commands, as if the reader took a minute.
 * @param text the transcript as it stands, with its `# cluster:` line; only its `$ ` lines are used
 * @returns the transcript's new text; undefined when there is no kubectl on this machine
 * @throws Error for an unknown scenario, and for a command that does not end
 */
export async function recordOnCluster(text: string): Promise<string | undefined> {
  const scenario = clusterOf(text);
  const kubectl = findKubectl();
  if (scenario === undefined) throw new Error("no `# cluster: …` line");
  if (!kubectl) return undefined;
  // Loaded only now: what these import needs the hook of engine.ts.
  const { startFacade } = await import("../facade/server.ts");
  const { startScenario, shownPod } = await import("./scenarios.ts");
  const facade = await startFacade(await seeded(() => startScenario(scenario)));
  const sandbox = makeSandbox(kubectl.path, facade.url);
  const names = new Names();
  try {
    const recorded: string[] = [];
    for (const { command } of parseTranscript(text)) {
      if (recorded.length > 0) await settle(facade);
      const filled = command.replaceAll("<pod-name>", await shownPod(facade.lab, scenario));
      const { status, stdout, stderr } = await sandbox.run(`{ ${filled}\n} 2>&1`);
      if (status === undefined) throw new Error(`\`${command}\` does not end`);
      const output = stable(stdout + stderr, names, await places(facade));
      recorded.push(`$ ${command}\n${output}`);
    }
    return `# cluster: ${scenario}\n${recorded.join("")}`;
  } finally {
    sandbox.remove();
    await facade.close();
  }
}
