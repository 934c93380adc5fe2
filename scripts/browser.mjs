// Runs on the machine's own Node, before anything is installed: no dependency, no TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where systems keep a Chromium or Chrome. */
export const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const isRoot = process.getuid?.() === 0;

/**
 * Tries a command quietly.
 * @param {string} command the program
 * @param {string[]} args its arguments
 * @returns {boolean} whether it succeeded
 */
function succeeds(command, args) {
  const { status } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  return status === 0;
}

/**
 * Finds a Chromium for the browser tests: one named by CHROMIUM_PATH, the system's, Debian's
 * package (installed when this process may), or Playwright's own download. Ends the process with
 * what to do when none can be had.
 * @returns {string | undefined} path of the browser; undefined for Playwright's own
 */
export function findBrowser() {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    if (existsSync(named)) return named;
    console.error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    process.exit(1);
  }
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return system;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium from Debian's packages …");
    succeeds("apt-get", ["update", "-qq"]);
    succeeds("apt-get", ["install", "-y", "-qq", "chromium"]);
    const installed = SYSTEM.find((path) => existsSync(path));
    if (installed) return installed;
  }
  console.log("Downloading Playwright's Chromium …");
  if (succeeds("npx", ["playwright", "install", "chromium"])) return undefined;
  console.error(
    "No Chromium for the browser tests. Install one (Debian: apt-get install chromium) or set\n" +
      "CHROMIUM_PATH to the program of a Chromium or Chrome that you have.",
  );
  process.exit(1);
}
