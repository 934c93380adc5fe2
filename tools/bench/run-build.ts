import { spawn, execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";

/** What a build took. */
export interface Build {
  seconds: number;
  /** Time that the processors worked for it: steadier than `seconds` when the machine is busy. */
  cpu: number;
  /** Peak of the memory that all its processes have resident together, in MB. */
  megabytes: number;
}

/** Milliseconds between two looks at the memory. */
const INTERVAL = 200;

/** Resident kilobytes of a process and all that it started. */
function residentKilobytes(root: number): number {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const tree = new Set([root]);
  let sum = 0;
  // Children come after their parents unless process ids have started over.
  for (const [pid, parent, resident] of rows) {
    if (!tree.has(pid) && !tree.has(parent)) continue;
    tree.add(pid);
    sum += resident;
  }
  return sum;
}

/** Seconds that the commands of a shell took, user and system, from what its `times` prints. */
function cpuSeconds(times: string): number {
  const last = times.trim().split("\n").at(-1) ?? "";
  const parts = Array.from(last.matchAll(/(\d+)m([\d.]+)s/g));
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** What a build leaves behind that would make the next one faster. */
const CACHES = ["dist", ".astro", "node_modules/.astro", "node_modules/.vite"];

/**
 * Builds a project from nothing: what an earlier build kept is removed.
 * @param folder the project; its `build` script writes `dist/`
 * @throws Error with the build's output when it fails
 */
export async function runBuild(folder: string): Promise<Build> {
  for (const cache of CACHES) rmSync(join(folder, cache), { recursive: true, force: true });
  const start = performance.now();
  const child = spawn("sh", ["-c", "npm run --silent build && times"], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => output.push(text));
  }
  let peak = 0;
  const watch = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak, residentKilobytes(child.pid));
  }, INTERVAL);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  }).finally(() => {
    clearInterval(watch);
  });
  const seconds = (performance.now() - start) / 1000;
  if (status === 0) {
    return { seconds, cpu: cpuSeconds(output.join("")), megabytes: Math.round(peak / 1024) };
  }
  throw new Error(`The build of ${folder} failed:\n${output.join("").slice(-4000)}`);
}
