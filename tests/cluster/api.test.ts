import { describe, expect, it } from "vitest";
import { resolveVariables } from "../../src/cluster/engine/environment.ts";
import { runLine } from "../../src/cluster/images/shell.ts";
import { humanDuration } from "../../src/cluster/api/tables/duration.ts";
import { podCells } from "../../src/cluster/api/tables/pod-cells.ts";
import { selection } from "../../src/cluster/api/selectors.ts";

describe("ages", () => {
  it.for([
    [-2, "<invalid>"],
    [0, "0s"],
    [119, "119s"],
    [120, "2m"],
    [205, "3m25s"],
    [600, "10m"],
    [10_800, "3h"],
    [11_100, "3h5m"],
    [28_800, "8h"],
    [172_800, "2d"],
    [180_000, "2d2h"],
    [700_000, "8d"],
  ] as const)("%s seconds are %s", ([seconds, text]) => {
    expect(humanDuration(seconds * 1000)).toBe(text);
  });
});

describe("selectors", () => {
  const object = {
    metadata: { name: "one", labels: { app: "api", tier: "web" } },
    status: { phase: "Running" },
  };
  it.for([
    ["labelSelector=app%3Dapi", true],
    ["labelSelector=app%3Dapi,tier!%3Dweb", false],
    ["labelSelector=app in (api,db)", true],
    ["labelSelector=app notin (api,db)", false],
    ["labelSelector=!old", true],
    ["labelSelector=tier,old", false],
    ["fieldSelector=metadata.name%3Done", true],
    ["fieldSelector=status.phase!%3DRunning", false],
  ] as const)("%s: %s", ([query, expected]) => {
    expect(selection(new URLSearchParams(query))(object)).toBe(expected);
  });
});

describe("a Pod's cells", () => {
  const pod = (state: object, rest: object = {}) => ({
    metadata: {},
    spec: { containers: [{}] },
    status: { phase: "Running", containerStatuses: [{ ready: false, state, ...rest }] },
  });
  it("says why a container waits, and when it last ended", () => {
    const ended = { restartCount: 4, lastState: { terminated: { finishedAt: new Date(0) } } };
    const cells = podCells(pod({ waiting: { reason: "CrashLoopBackOff" } }, ended), 90_000);
    const restarts = "4 (90s ago)";
    expect(cells).toEqual({ ready: "0/1", status: "CrashLoopBackOff", restarts });
  });
  it("says Terminating while the Pod is being deleted", () => {
    const deleted = pod({ running: {} });
    const cells = podCells({ ...deleted, metadata: { deletionTimestamp: "x" } }, 0);
    expect(cells.status).toBe("Terminating");
  });
});

describe("the shell of the images", () => {
  it.for([
    ["echo one; echo two", "one\ntwo\n", 0],
    ['test -n "$SET" && echo set', "set\n", 0],
    ['test -n "$UNSET" && echo set', "", 1],
    ['test -n "$UNSET" || echo unset', "unset\n", 0],
    ["echo '$SET' \"${SET}\" a\\ b", "$SET value a b\n", 0],
    ["exit 3; echo never", "", 3],
    ["cat /none", "", 1],
    ["nothing", "", 127],
  ] as const)("%s", async ([line, printed, status]) => {
    let output = "";
    const result = await runLine(line, {
      env: new Map([["SET", "value"]]),
      hostname: "pod",
      read: () => undefined,
      print: (text) => (output += text),
      complain: () => undefined,
      run: () => Promise.resolve(127),
    });
    expect([output, result.status]).toEqual([printed, status]);
  });
});

describe("a container's environment", () => {
  const reference = (key: string, optional = false) => [
    { name: "URL", valueFrom: { secretKeyRef: { name: "db-secret", key, optional } } },
  ];
  const secret = { data: { url: btoa("postgres://db") } };
  it("takes values from Secrets", () => {
    const [variable] = resolveVariables(reference("url"), "default", () => secret);
    expect(variable).toEqual({ name: "URL", value: "postgres://db" });
  });
  it("fails in the kubelet's words, unless the reference is optional", () => {
    const missing = () => resolveVariables(reference("url"), "default", () => undefined);
    expect(missing).toThrow('secret "db-secret" not found');
    const wrong = () => resolveVariables(reference("uri"), "default", () => secret);
    expect(wrong).toThrow("couldn't find key uri in Secret default/db-secret");
    expect(resolveVariables(reference("uri", true), "default", () => secret)).toEqual([]);
  });
});
