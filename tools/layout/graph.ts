import { posix } from "node:path";
import { importsOf } from "./imports.ts";

/** An import of one file of the repository by another. */
export interface Edge {
  from: string;
  to: string;
  line: number;
  typeOnly: boolean;
}

/** An import of a package, or of a module of Node. */
interface PackageImport {
  from: string;
  name: string;
  line: number;
  typeOnly: boolean;
}

/** What a set of files imports. */
export interface Graph {
  edges: Edge[];
  packages: PackageImport[];
}

/** `yaml/util` is part of `yaml`, `@astrojs/mdx/x` of `@astrojs/mdx`. */
const packageOf = (specifier: string) =>
  specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

/**
 * Reads what files import.
 * @param files their texts by path from the repository's root
 */
export function readGraph(files: ReadonlyMap<string, string>): Graph {
  const graph: Graph = { edges: [], packages: [] };
  for (const [from, text] of files) {
    for (const { specifier, line, typeOnly } of importsOf(text)) {
      if (specifier.startsWith(".")) {
        const to = posix.normalize(posix.join(posix.dirname(from), specifier));
        graph.edges.push({ from, to, line, typeOnly });
      } else if (!specifier.startsWith("astro:")) {
        graph.packages.push({ from, name: packageOf(specifier), line, typeOnly });
      }
    }
  }
  return graph;
}

/**
 * The files that run wherever some files run.
 * @param roots those files
 * @returns the roots and all that they import, directly or not, types apart
 */
export function reachable(roots: Iterable<string>, edges: readonly Edge[]): Set<string> {
  const byFile = Map.groupBy(
    edges.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  );
  const found = new Set(roots);
  for (const file of found) for (const { to } of byFile.get(file) ?? []) found.add(to);
  return found;
}

/**
 * Finds files that import each other in a cycle.
 * @returns each cycle once, as the files along it, the first repeated at the end
 */
export function cycles(edges: readonly Edge[]): string[][] {
  const byFile = Map.groupBy(edges, ({ from }) => from);
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const { to } of byFile.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of byFile.keys()) visit(file, []);
  return found;
}
