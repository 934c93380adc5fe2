// Runs on the machine's own Node, before anything is installed: no dependency, no TypeScript.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const stamp = new URL("../node_modules/.installed-lock", import.meta.url);

/**
 * Runs a command in the repository's root with its output shown, and ends this process with the
 * command's exit code when it fails.
 * @param {string} command the program, found on the PATH
 * @param {string[]} args its arguments
 * @param {NodeJS.ProcessEnv} [env] variables added to this process's own
 */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: new URL("..", import.meta.url),
    stdio: "inherit",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", ...env },
    shell: process.platform === "win32",
  });
  if (done.error) {
    console.error(`${command}: ${done.error.message}`);
    process.exit(1);
  }
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/**
 * Installs the Node packages when the lock file is not the one last installed. Ends the process
 * with a hint when Node is older than 20 or the installation fails.
 */
export function ensureInstalled() {
  const [major] = process.versions.node.split(".").map(Number);
  if ((major ?? 0) < 20) {
    console.error(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
    process.exit(1);
  }
  const lock = createHash("sha256")
    .update(readFileSync(new URL("../package-lock.json", import.meta.url)))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing packages …");
  // Packages that need a newer Node get it from the `node` package: the engine warnings do not matter.
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, lock);
}
