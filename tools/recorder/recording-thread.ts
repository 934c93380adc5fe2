// One thread of the recorder: records the transcripts on a cluster that it is sent, one at a time.
import { parentPort } from "node:worker_threads";
import { recordOnCluster } from "./on-cluster.ts";
import { outcomeOf } from "./record.ts";

parentPort?.on("message", (text: string) => {
  void outcomeOf(() => recordOnCluster(text)).then((outcome) => {
    parentPort?.postMessage(outcome);
  });
});
