// npm run layout: prints which folder of src/ imports from which, and fails on a wrong import.
import { globSync, readFileSync } from "node:fs";
import { readGraph } from "./graph.ts";
import { folderGraph, layoutProblems } from "./rules.ts";

const paths = globSync(["*.{ts,mjs,js}", "{src,tools,scripts,tests}/**/*.{ts,mjs,js,astro}"], {
  exclude: ["**/node_modules/**"],
});
const files = new Map(
  paths.sort().map((path) => [path.replaceAll("\\", "/"), readFileSync(path, "utf8")]),
);
const graph = readGraph(files);
const problems = layoutProblems(files.keys(), graph);
console.log(folderGraph(graph).join("\n"));
console.log(`${files.size} files, ${graph.edges.length} imports`);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
