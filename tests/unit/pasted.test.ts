import { expect, it } from "vitest";
import { looksPasted } from "../../src/search/match/pasted.ts";
import { queryWords } from "../../src/search/match/query.ts";

const pasted = (query: string) => looksPasted(query, queryWords(query));

it("knows what programs print", () => {
  for (const query of [
    "orders-6d4cf56db6-x2v9q   0/1   CrashLoopBackOff   5 (2m13s ago)   10m",
    "Warning  BackOff  2m (x6 over 3m40s)  kubelet  Back-off restarting failed container",
    "0/3 nodes are available: 3 Insufficient memory.",
    'Error from server (NotFound): pods "orders" not found',
    "dial tcp 10.96.0.1:443: connect: connection refused",
    "Last State: Terminated\n  Reason: Error\n  Exit Code: 137",
    'time="2026-01-02T03:04:05Z" level=error msg="no such host"',
    "java.lang.OutOfMemoryError: Java heap space",
    "E0101 10:00:00.000 memcache.go:265] couldn't get current server API group list",
    "why do I see this?\nWarning  Unhealthy  8s (x9 over 48s)  kubelet  Readiness probe failed: 503",
  ]) {
    expect(pasted(query), query).toBe(true);
  }
});

it("knows a reader's own words, whatever their punctuation", () => {
  for (const query of [
    "how do I restart a pod?",
    "what's the difference between limits and requests",
    "my pod can't reach the database (postgres)",
    'is it ok to use the tag "latest"',
    "kubectl: show logs of the last crash",
    "expternal ip never comes, k8s on my laptop",
    "pod stuck in Pending",
    "OOMKilled 137",
    "CrashLoopBackOff",
    "service: port vs targetPort",
  ]) {
    expect(pasted(query), query).toBe(false);
  }
});
