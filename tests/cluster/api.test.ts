import { describe, expect, it } from "vitest";
import { resolveVariables } from "../../src/cluster/engine/environment.ts";
import { runLine } from "../../src/cluster/images/shell.ts";
import { humanDuration } from "../../src/cluster/api/duration.ts";
import { patched } from "../../src/cluster/api/patch.ts";
import { podCells } from "../../src/cluster/api/pod-cells.ts";
import { selection } from "../../src/cluster/api/select.ts";

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

describe("patches", () => {
  const pod = {
    spec: {
      containers: [
        { name: "api", image: "one", env: [{ name: "A", value: "1" }] },
        { name: "side", image: "two" },
      ],
    },
  };
  const strategic = "application/strategic-merge-patch+json";

  it("merges containers by name", () => {
    const patch = { spec: { containers: [{ name: "api", image: "new" }] } };
    const result = patched(pod, JSON.stringify(patch), strategic);
    expect(result.spec.containers.map(({ image }) => image)).toEqual(["new", "two"]);
    expect(result.spec.containers[0]?.env).toEqual([{ name: "A", value: "1" }]);
    expect(pod.spec.containers[0]?.image).toBe("one");
  });
  it("deletes an item and keeps the order asked for", () => {
    const order = [{ name: "new" }, { name: "side" }];
    const containers = [{ name: "api", $patch: "delete" }, { name: "new" }];
    const patch = { spec: { "$setElementOrder/containers": order, containers } };
    const result = patched(pod, JSON.stringify(patch), strategic);
    expect(result.spec.containers.map(({ name }) => name)).toEqual(["new", "side"]);
  });
  it("replaces whole lists in a merge patch, and removes by null", () => {
    const patch = '{"spec":{"containers":[],"x":1},"y":null}';
    const result = patched({ ...pod, y: 2 }, patch, "application/merge-patch+json");
    expect(result).toEqual({ spec: { containers: [], x: 1 } });
  });
  it("applies a JSON patch, and refuses one that does not fit", () => {
    const patch = [{ op: "replace", path: "/spec/containers/1/image", value: "three" }];
    const result = patched(pod, JSON.stringify(patch), "application/json-patch+json");
    expect(result.spec.containers[1]?.image).toBe("three");
    const wrong = [{ op: "replace", path: "/spec/nothing", value: 1 }];
    const apply = () => patched(pod, JSON.stringify(wrong), "application/json-patch+json");
    expect(apply).toThrow(/nothing/);
  });
  it("refuses a form that it does not know", () => {
    expect(() => patched(pod, "{}", "application/apply-patch+yaml")).toThrow(/unknown format/);
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
