import "../../tools/api-server/engine-modules.ts";
import { describe, expect, it } from "vitest";
import { forbidden, impersonated } from "../../src/cluster/rbac.ts";
import { EventCorrelator } from "../../src/cluster/engine/event-correlator.ts";
import { disruptionsAllowed } from "../../src/cluster/eviction.ts";
import { mountedFile } from "../../src/cluster/engine/mounts.ts";
import { textAt } from "../../src/cluster/objects.ts";
import { StableNames, stable } from "../../tools/recorder/stable.ts";
import { stableValues } from "../../tools/recorder/stable-values.ts";
import { present } from "../../src/cluster/api/present.ts";
import { decodeProtobuf } from "../../tools/api-server/protobuf.ts";

describe("events", () => {
  const event = (message: string, name = "pod") => ({
    metadata: { generateName: `${name}.`, namespace: "default" },
    involvedObject: { kind: "Pod", name },
    source: { component: "kubelet" },
    reason: "Failed",
    message,
    firstTimestamp: message,
  });
  it("are counted when they repeat, under the name and first time of the first", () => {
    const correlator = new EventCorrelator();
    const first = correlator.correlate(event("a"), 1000);
    const again = correlator.correlate({ ...event("a"), firstTimestamp: "later" }, 2000);
    expect([first?.repeats, again?.repeats]).toEqual([false, true]);
    expect(again?.event).toMatchObject({ count: 2, firstTimestamp: "a" });
    expect(again?.event.metadata?.name).toBe(first?.event.metadata?.name);
    expect(first?.event.metadata?.name).toMatch(/^pod\.[0-9a-f]+$/);
  });
  it("are dropped after 25 of one source and object, until minutes have passed", () => {
    const correlator = new EventCorrelator();
    const heard = Array.from({ length: 30 }, () => correlator.correlate(event("a"), 1000));
    expect(heard.filter(Boolean)).toHaveLength(25);
    expect(correlator.correlate(event("a", "other"), 1000)).toBeDefined();
    expect(correlator.correlate(event("a"), 200_000)).toBeUndefined();
    expect(correlator.correlate(event("a"), 302_000)?.event["count"]).toBe(32);
  });
  it("are combined when ten messages have one reason", () => {
    const correlator = new EventCorrelator();
    const heard = Array.from({ length: 12 }, (_, index) =>
      correlator.correlate(event(`message ${index}`), 1000),
    );
    const texts = heard.map((one) => textAt(one?.event, "message"));
    expect(texts[8]).toBe("message 8");
    expect(texts[9]).toBe("(combined from similar events): message 9");
    expect(heard[11]?.event["count"]).toBe(3);
  });
  it("are shown to the second", () => {
    const shown = present({ kind: "Event", eventTime: "2026-01-01T00:00:00.100Z" }, 1700);
    expect(shown["eventTime"]).toBe("2026-01-01T00:00:02.000000Z");
  });
});

it("writes an image out as containerd does", async () => {
  // Loaded only now: it needs the hook of engine.ts.
  const { withRegistry } = await import("../../src/cluster/engine/patches.ts");
  expect(["nginx:1", "me/api:1", "ghcr.io/me/api:1", "localhost/api:1"].map(withRegistry)).toEqual([
    "docker.io/library/nginx:1",
    "docker.io/me/api:1",
    "ghcr.io/me/api:1",
    "localhost/api:1",
  ]);
});

describe("users", () => {
  it("get the groups that go with them", () => {
    expect(impersonated(undefined, []).groups).toContain("system:masters");
    expect(impersonated("jane", ["dev"]).groups).toEqual(["dev", "system:authenticated"]);
  });
  it("are told what they may not, with subresource and group", () => {
    const attempt = { verb: "get", group: "apps", resource: "deployments", subresource: "scale" };
    const { message } = forbidden(impersonated("jane", []), { ...attempt, name: "x" });
    expect(message).toBe(
      'deployments.apps "x" is forbidden: User "jane" cannot get resource "deployments/scale" in API group "apps" at the cluster scope',
    );
  });
});

describe("a budget", () => {
  const pod = (ready: string) => ({
    metadata: { labels: { app: "a" } },
    status: { conditions: [{ type: "Ready", status: ready }] },
  });
  const pods = [pod("True"), pod("True"), pod("True"), pod("False")];
  it.for([
    [{ maxUnavailable: 1 }, 0],
    [{ maxUnavailable: 2 }, 1],
    [{ minAvailable: 1 }, 2],
    [{ minAvailable: "30%" }, 1],
  ] as const)("%o allows %s", ([spec, allowed]) => {
    const selector = { matchLabels: { app: "a" } };
    expect(disruptionsAllowed({ spec: { ...spec, selector } }, pods)).toBe(allowed);
  });
});

describe("a container's files", () => {
  const pod = {
    metadata: { namespace: "shop" },
    spec: {
      containers: [
        {
          name: "api",
          volumeMounts: [
            { name: "config", mountPath: "/etc/api" },
            { name: "secret", mountPath: "/etc/secret/" },
          ],
        },
      ],
      volumes: [
        { name: "config", configMap: { name: "api-config" } },
        { name: "secret", secret: { secretName: "db" } },
      ],
    },
  };
  const objects = { ConfigMap: { data: { LEVEL: "info" } }, Secret: { data: { url: btoa("u") } } };
  it.for([
    ["/etc/api/LEVEL", "info"],
    ["/etc/secret/url", "u"],
    ["/etc/api/other", undefined],
    ["/etc/apis/LEVEL", undefined],
  ] as const)("%s", ([path, content]) => {
    expect(mountedFile(pod, "api", path, (kind) => objects[kind])).toBe(content);
  });
  it("has the cluster's DNS, with the Pod's namespace first", () => {
    const text = mountedFile(pod, "api", "/etc/resolv.conf", () => undefined);
    expect(text).toContain("search shop.svc.cluster.local svc.cluster.local cluster.local\n");
  });
});

describe("an object in protobuf", () => {
  const field = (number: number, content: Buffer | string) => {
    const bytes = Buffer.from(content);
    return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
  };
  const job = (container: Buffer) => {
    const podSpec = field(2, Buffer.concat([field(2, container), field(3, "Never")]));
    const template = Buffer.concat([field(1, label), podSpec]);
    const spec = field(2, field(6, template));
    const type = Buffer.concat([field(1, "batch/v1"), field(2, "Job")]);
    const raw = Buffer.concat([field(1, field(1, "now")), spec, field(3, Buffer.from([32, 0]))]);
    return Buffer.concat([Buffer.from("k8s\0"), field(1, type), field(2, raw)]);
  };
  const label = field(11, Buffer.concat([field(1, "app"), field(2, "a")]));
  it("is a Job that is read with its template", () => {
    const sent = job(
      Buffer.concat([field(1, "c"), field(4, "one"), field(4, "two"), field(8, "")]),
    );
    expect(decodeProtobuf(sent)).toEqual({
      apiVersion: "batch/v1",
      kind: "Job",
      metadata: { name: "now" },
      spec: {
        template: {
          metadata: { labels: { app: "a" } },
          spec: { containers: [{ name: "c", args: ["one", "two"] }], restartPolicy: "Never" },
        },
      },
    });
  });
  it("is a review that is read with what it asks", () => {
    const attributes = [field(1, "default"), field(2, "list"), field(5, "secrets")];
    const spec = field(1, Buffer.concat(attributes));
    const type = [field(1, "authorization.k8s.io/v1"), field(2, "SelfSubjectAccessReview")];
    const raw = Buffer.concat([field(1, field(8, "")), field(2, spec), field(3, "")]);
    const sent = [field(1, Buffer.concat(type)), field(2, raw)];
    expect(decodeProtobuf(Buffer.concat([Buffer.from("k8s\0"), ...sent]))).toEqual({
      apiVersion: "authorization.k8s.io/v1",
      kind: "SelfSubjectAccessReview",
      metadata: {},
      spec: { resourceAttributes: { namespace: "default", verb: "list", resource: "secrets" } },
    });
  });
  it("is refused when a field would be lost", () => {
    const refused = /field (?:7|8) of the protobuf message Container/;
    expect(() => decodeProtobuf(job(field(7, "x")))).toThrow(refused);
    expect(() => decodeProtobuf(job(field(8, "x")))).toThrow(refused);
  });
});

describe("a recording of what changes", () => {
  it("rounds how often and since when, and keeps the order of time", () => {
    const events = [
      "LAST SEEN            TYPE      REASON",
      "4m12s                Normal    Scheduled",
      "97s (x13 over 4m5s)  Warning   Failed",
      "",
    ];
    expect(stable(events.join("\n"), new StableNames(), new Map()).split("\n")).toEqual([
      "LAST SEEN          TYPE      REASON",
      "4m                 Normal    Scheduled",
      "2m (x13 over 4m)   Warning   Failed",
      "",
    ]);
  });
  it("names EndpointSlices, and nothing that only looks like one", () => {
    const places = new Map([["api-server-qqqqq", "1"]]);
    const output = "api-server-qqqqq api-server-debug";
    expect(stable(output, new StableNames(), places)).toBe("api-server-4k9zt api-server-debug");
  });
  it("fixes the times of log lines and compared files, and identities", () => {
    const text = [
      'E1124 00:46:03.203491   24119 memcache.go:265] "x"',
      "--- /var/tmp/LIVE-4000326618/apps.v1\t2026-11-23 23:57:20.970238956 +0000",
      "  uid: 52d877df-0534-499b-8a31-d24adc7b218a",
      '  resourceVersion: "170"',
    ];
    expect(stableValues(text.join("\n")).split("\n")).toEqual([
      'E0820 09:06:00.000000   12345 memcache.go:265] "x"',
      "--- /tmp/LIVE-1234567890/apps.v1\t2026-08-20 09:06:00.000000000 +0000",
      "  uid: 0d5f6a3e-4c1b-4f7a-9a53-2b8e6c1d7f90",
      '  resourceVersion: "1042"',
    ]);
  });
});
