// npm run bench: builds this site and a default Starlight with the same text, and compares them.
//   --pages 10,100,1000   sizes to measure
//   --runs 3              builds of each project at a size up to 100 pages; larger ones once
//   --no-search           leaves out what needs a browser
//   --check               exit status 1 when a budget is not kept (tools/bench/budgets.ts)
//   --folder PATH         where the projects are written and Starlight is installed
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { missedBudgets } from "./budgets.ts";
import { measure } from "./measure.ts";
import { installStarlight, readContent, STARLIGHT } from "./projects.ts";
import { table } from "./report.ts";

/** From this size on a single build says enough. */
const ONCE = 500;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    pages: { type: "string", default: "10,100,1000" },
    runs: { type: "string", default: "3" },
    search: { type: "boolean", default: true },
    check: { type: "boolean", default: false },
    folder: { type: "string", default: join(tmpdir(), "kubernetes-basics-bench") },
  },
});

/** A whole number above 0, or the end of the process with what is wrong. */
function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${option} ${text}: write whole numbers above 0, such as --${option} 3.`);
  return process.exit(2);
}

const sizes = values.pages.split(",").map((text) => wholeNumber(text, "pages"));
const runs = wholeNumber(values.runs, "runs");
const folder = resolve(values.folder);
const content = readContent();
const installed = installStarlight(folder);
console.log(`This site against Starlight ${STARLIGHT}, Node ${process.versions.node}`);
const missed: string[] = [];
for (const count of sizes) {
  const options = { runs: count >= ONCE ? 1 : runs, search: values.search, folder, installed };
  const measured = await measure(content, count, options);
  console.log(`\n${table(measured)}`);
  missed.push(...missedBudgets(measured));
}
console.log(missed.length === 0 ? "\nAll budgets are kept." : `\nNot kept:\n${missed.join("\n")}`);
if (values.check && missed.length > 0) process.exitCode = 1;
