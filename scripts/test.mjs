// npm test: install what is missing, build, run every check, and count the tests at the end.
// --quick leaves out what takes minutes: kubectl, the cluster, and the browser but for one journey.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { findBrowser } from "./browser.mjs";
import { ENGINES, findEngine } from "./engines.mjs";
import { ensureInstalled, run } from "./install.mjs";

/**
 * Reads a report that a test runner wrote.
 * @param {string} name its file name in test-results/
 * @returns {any} the report
 */
function report(name) {
  const file = new URL(`../test-results/${name}`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/**
 * @param {string} title what is about to run
 * @param {string[]} args arguments of npm
 */
function step(title, ...args) {
  console.log(`\n— ${title}`);
  run("npm", ["run", "--silent", ...args]);
}

ensureInstalled();
const browser = findBrowser();
if (browser) process.env["CHROMIUM_PATH"] = browser;
rmSync(new URL("../test-results", import.meta.url), { recursive: true, force: true });
mkdirSync(new URL("../test-results", import.meta.url), { recursive: true });

step("build", "build");
step("types", "check");
step("lint and format", "lint");
const quick = process.argv.includes("--quick");
const units = quick ? ["--", "tests/unit", "tests/validate", "tests/content"] : [];
const journey = quick ? ["--", "--project=journey-chromium"] : [];
step("units and content", "test:unit", ...units);
step("site in the browser", "test:site", ...journey);

const unit = report("unit.json");
const { stats = {} } = report("site.json");
const { version: api, manifests = 0, fragments = 0 } = report("manifests.json");
const { version: kubectl, parsed = [], run: ran = [], parsedOnly = [] } = report("kubectl.json");
console.log(
  `\nProven: ${manifests} manifests and ${fragments} parts of them, Kubernetes ${api} API`,
);
if (kubectl) {
  console.log(`Proven: ${parsed.length} commands parsed and ${ran.length} run, kubectl ${kubectl}`);
  for (const { at, text, because } of parsedOnly)
    console.log(`  only parsed: ${at} ${text} (${because})`);
} else if (!quick) console.log("Not proven: commands, since no kubectl was found");
for (const engine of ENGINES) {
  const { missing } = findEngine(engine);
  if (missing) console.log(`Not walked in ${engine}: ${missing}`);
}

const passed = (unit.numPassedTests ?? 0) + (stats.expected ?? 0);
const failed = (unit.numFailedTests ?? 0) + (stats.unexpected ?? 0);
const skipped = (unit.numPendingTests ?? 0) + (stats.skipped ?? 0);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
if (passed === 0 || failed > 0) process.exit(1);
