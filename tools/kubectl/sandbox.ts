import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** What a command printed, and how it ended. */
export interface Result {
  /** Exit status; undefined when it was stopped at the time limit. */
  status: number | undefined;
  stdout: string;
  stderr: string;
}

/** A folder in which commands of the site run, with kubectl on the PATH and the manifests there. */
export interface Sandbox {
  folder: string;
  /** Runs a command with bash. A command that is still running at the limit is stopped. */
  run(command: string, options?: { input?: string; limit?: number }): Promise<Result>;
  remove(): void;
}

const manifests = new URL("../../content/manifests/", import.meta.url).pathname;

function kubeconfig(server: string): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": "lab",
    clusters: [{ name: "lab", cluster: { server } }],
    contexts: [{ name: "lab", context: { cluster: "lab", user: "reader", namespace: "default" } }],
    users: [{ name: "reader", user: {} }],
  });
}

/**
 * Makes a sandbox.
 * @param kubectl path of the program, or its name when it is on the PATH
 * @param server address of the API server
 * @returns the sandbox, to be removed at the end
 */
export function makeSandbox(kubectl: string, server: string): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "kubectl-"));
  const work = join(folder, "work");
  const bin = join(folder, "bin");
  cpSync(manifests, work, { recursive: true });
  mkdirSync(bin);
  if (kubectl.includes("/")) symlinkSync(kubectl, join(bin, "kubectl"));
  writeFileSync(join(folder, "kubeconfig"), kubeconfig(server));
  writeFileSync(join(work, "database-url.txt"), "postgres://api:s3cret@db:5432/app\n");
  writeFileSync(join(work, "url"), "postgres://api:s3cret@db:5432/app");
  const env = {
    PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
    HOME: folder,
    KUBECONFIG: join(folder, "kubeconfig"),
    KUBE_EDITOR: "sed -i -e /replicas:/d",
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
  };
  return {
    folder,
    run: (command, { input = "", limit = 20_000 } = {}) =>
      new Promise((resolve, reject) => {
        // In its own group, so that the limit also stops what bash has started.
        const child = spawn("bash", ["-c", command], { cwd: work, env, detached: true });
        let stdout = "";
        let stderr = "";
        let stopped = false;
        const timer = setTimeout(() => {
          stopped = true;
          if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
        }, limit);
        child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
        child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
        child.on("error", reject);
        child.on("close", (code) => {
          clearTimeout(timer);
          resolve({ status: stopped ? undefined : (code ?? -1), stdout, stderr });
        });
        child.stdin.on("error", () => undefined);
        child.stdin.end(input);
      }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
