// One thread of the recorder: records the transcripts that it is sent, one at a time.
import { parentPort } from "node:worker_threads";
import { findKubectl } from "../kubectl/find.mjs";
import { clusterOf, recordOnCluster } from "./on-cluster.ts";
import { recordAlone } from "./record.ts";

/** What became of a transcript: its new text, or why there is none. */
export type Recorded = { text: string } | { error: string };

async function recorded(text: string): Promise<Recorded> {
  try {
    const onCluster = clusterOf(text) !== undefined;
    const now = onCluster ? await recordOnCluster(text) : recordAlone(text, findKubectl()?.path);
    return { text: now };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (text: string) => {
  void recorded(text).then((outcome) => {
    parentPort?.postMessage(outcome);
  });
});
