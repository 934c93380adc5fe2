import { expect, test, type Page } from "@playwright/test";
import { finderOn } from "./support/finder.ts";
import { articles } from "./support/pages.ts";

/** Bytes at most, as a host sends them that compresses files beforehand. */
const BUDGET = { first: 120_000, whole: 200_000 };

/** The end of what `kubectl describe pod` prints. */
const DESCRIBED_POD = `Name: web-5d9c7b8f6-x2x7k
Namespace: default
Status: Running
State: Waiting
  Reason: CrashLoopBackOff
Last State: Terminated
  Reason: OOMKilled
  Exit Code: 137
Restart Count: 5
Limits: memory: 256Mi
Liveness: http-get http://:8080/healthz delay=10s timeout=1s period=10s
Events:
  Warning  Unhealthy  2m  kubelet  Liveness probe failed: connection refused
  Warning  BackOff  12s (x9 over 3m)  kubelet  Back-off restarting failed container`;

const STACK_TRACE = `Error: connect ECONNREFUSED 10.96.143.12:5432
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16) {
  errno: -111,
  code: 'ECONNREFUSED',
  syscall: 'connect',
  address: '10.96.143.12',
  port: 5432
}
    at async Database.open (/app/src/database.ts:41:18)
    at async startServer (/app/src/server.ts:17:3)
Node.js v22.11.0`;

const QUERIES = [
  "deployment",
  "CrashLoopBackOff",
  "readiness probe",
  "kubectl rollout undo",
  "pod stuck in pending",
  "subresource",
  DESCRIBED_POD,
  STACK_TRACE,
];

const SLOW_LINK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 1.6e6 / 8,
};

/** The full-text engine and its index. */
const ENGINE = /\/pagefind\/(?:pagefind\.js|wasm\.|.*\.pf_\w+$)/;

interface File {
  name: string;
  size: number;
  start: number;
}

/** What a page has fetched, and when the first result was there. */
interface Fetched {
  /** Before search was opened. */
  before: File[];
  /** From then on. */
  files: File[];
  firstResult: number;
}

/** Opens search, waits until everything is loaded that it loads by itself, and types. */
async function search(page: Page, query: string, slow: boolean): Promise<Fetched> {
  await page.addInitScript(() => {
    performance.setResourceTimingBufferSize(1000);
    new MutationObserver((_, observer) => {
      if (!document.querySelector("[role=row] a")) return;
      observer.disconnect();
      performance.mark("first result");
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(articles[0]?.path ?? "/", { waitUntil: "networkidle" });
  if (slow) {
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW_LINK);
  }
  const before = await page.evaluate(() => performance.getEntriesByType("resource").length);
  await page.keyboard.press("/");
  await expect(finderOn(page).input).toBeFocused();
  await page.waitForLoadState("networkidle");
  await finderOn(page).input.fill(query);
  await expect(finderOn(page).state).toHaveText(/found\.?$|The closest:$/, { timeout: 20_000 });
  await page.waitForLoadState("networkidle");
  return page.evaluate((skipped) => {
    const all = performance.getEntriesByType("resource").map((entry) => {
      const { name, encodedBodySize, startTime } = entry as PerformanceResourceTiming;
      return { name: new URL(name).pathname, size: encodedBodySize, start: startTime };
    });
    return {
      before: all.slice(0, skipped),
      files: all.slice(skipped),
      firstResult: performance.getEntriesByName("first result")[0]?.startTime ?? NaN,
    };
  }, before);
}

const sizeOf = (files: readonly File[]) => files.reduce((sum, { size }) => sum + size, 0);

for (const query of QUERIES) {
  for (const slow of query === QUERIES[0] ? [false, true] : [false]) {
    const name = `“${query.slice(0, 30).replace(/\s+/g, " ")}”${slow ? " on a slow link" : ""}`;
    test(`a first search for ${name} stays within its bytes`, async ({ page }) => {
      const { before, files, firstResult } = await search(page, query, slow);
      // What was asked for by then counts, even where it came later.
      const first = sizeOf(files.filter(({ start }) => start <= firstResult));
      const whole = sizeOf(files);
      const parts = files.map((one) => `${one.name.replace(/.*\//, "")} ${one.size}`).join(", ");
      console.log(`${name}: ${first} bytes to the first result, ${whole} in all: ${parts}`);
      expect(files.filter(({ size }) => size === 0)).toEqual([]);
      expect(first).toBeGreaterThan(0);
      const engine = [...before, ...files].filter(({ name: path }) => ENGINE.test(path));
      expect(engine.length, "script, WebAssembly, list and part of the index").toBeGreaterThan(3);
      const early = engine.filter(({ start }) => start <= firstResult);
      expect(early, "the engine is asked for after the first result").toEqual([]);
      expect(first).toBeLessThanOrEqual(BUDGET.first);
      expect(whole).toBeLessThanOrEqual(BUDGET.whole);
    });
  }
}
