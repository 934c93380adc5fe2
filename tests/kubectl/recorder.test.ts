import { describe, expect, it } from "vitest";
import { findKubectl } from "../../tools/kubectl/find.mjs";
import { clusterOf, recordOnCluster } from "../../tools/recorder/on-cluster.ts";
import { StableNames, stable } from "../../tools/recorder/stable.ts";

const kubectl = findKubectl();

describe.skipIf(!kubectl)("a recording on a cluster", () => {
  it("replaces what was typed by what kubectl prints", { timeout: 30_000 }, async () => {
    const typed = "# cluster: secret-only\n$ kubectl apply -f deployment.yaml\ninvented\n";
    expect(await recordOnCluster(typed)).toBe(
      "# cluster: secret-only\n$ kubectl apply -f deployment.yaml\ndeployment.apps/api-server created\n",
    );
  });
  it("fails for a cluster that nobody has described", async () => {
    const wrong = "# cluster: no-such\n$ kubectl get pods\n";
    await expect(recordOnCluster(wrong)).rejects.toThrow(/unknown cluster "no-such"/);
  });
});

it("distinguishes recordings that need a cluster from those that do not", () => {
  expect(clusterOf("# cluster: empty\n$ kubectl get pods\n")).toBe("empty");
  expect(clusterOf("$ printf x\nx")).toBeUndefined();
});

it("makes names and ages stable, and aligns the table as kubectl does", () => {
  const output = [
    "NAME                          READY   STATUS             RESTARTS      AGE",
    "api-server-664444fcff-zzzzz   0/1     CrashLoopBackOff   5 (71s ago)   4m3s",
    "api-server-7f56958df-aaaaa    1/1     Running            0             64m",
    "",
  ];
  const places = new Map([
    ["api-server-7f56958df-aaaaa", "1"],
    ["api-server-664444fcff-zzzzz", "2"],
  ]);
  expect(stable(output.join("\n"), new StableNames(), places).split("\n")).toEqual([
    "NAME                          READY   STATUS             RESTARTS      AGE",
    "api-server-664444fcff-7xq2m   0/1     CrashLoopBackOff   5 (60s ago)   4m",
    "api-server-7f56958df-4k9zt    1/1     Running            0             64m",
    "",
  ]);
});
