import { posix } from "node:path";
import { cycles, reachable, type Edge, type Graph } from "./graph.ts";
import { BROWSER_PACKAGES, LAYERS, LOOSE_FILES, SHARED_FOLDERS } from "./layers.ts";

/**
 * The folder of src/ that a file belongs to.
 * @returns undefined for a file outside src/
 */
function folderOf(file: string): string | undefined {
  const [top, folder = "", ...rest] = file.split("/");
  if (top !== "src") return undefined;
  return rest.length > 0 ? folder : (LOOSE_FILES[folder] ?? folder);
}

const CODE = /\.(?:ts|mjs|js|astro)$/;

const layerOf = (folder: string) => LAYERS.findIndex((layer) => layer.includes(folder));

const report = (file: string, line: number, what: string, hint: string) =>
  `${file}:${line} ${what}\n  Hint: ${hint}.`;

function wrongOrder({ from, to, line }: Edge): string[] {
  const [own, other] = [folderOf(from), folderOf(to)];
  if (other === undefined || own === other) return [];
  const hint = "tools/layout/layers.ts has the order; move what both need into a lower folder";
  if (layerOf(other) < 0) {
    return [report(from, line, `imports from src/${other}/, a folder in no layer`, hint)];
  }
  // Tools and the configuration are above all folders.
  if (own === undefined || layerOf(own) > layerOf(other)) return [];
  return [
    report(from, line, `src/${own}/ imports from src/${other}/, which is not below it`, hint),
  ];
}

/** What code may not import: tests from anywhere, and tools from the site. Data is no code. */
function fromOutside({ from, to, line }: Edge): string[] {
  const own = from.split("/", 1)[0] ?? "";
  const other = to.split("/", 1)[0] ?? "";
  const refused =
    (own === "src" && ["tools", "scripts", "tests"].includes(other)) ||
    (own === "tools" && other === "tests");
  if (!refused || to.endsWith(".json")) return [];
  return [report(from, line, `imports ${to}`, `move what both need into ${own}/`)];
}

const isBrowser = (file: string) =>
  /\.(?:client|worker)\.ts$/.test(file) || SHARED_FOLDERS.some((folder) => file.startsWith(folder));

/** Imports of Node, or of a package that needs it, in code that also runs in browsers. */
function nodeInBrowser(files: Iterable<string>, { edges, packages }: Graph): string[] {
  const roots = [...files].filter((file) => file.startsWith("src/") && isBrowser(file));
  // An Astro component renders during the build, whoever imports it.
  const inBrowser = reachable(
    roots.filter((file) => !file.endsWith(".astro")),
    edges,
  );
  return packages
    .filter(({ from, name, typeOnly }) => {
      return inBrowser.has(from) && !typeOnly && !BROWSER_PACKAGES.has(name);
    })
    .map(({ from, line, name }) => {
      const hint = "keep it out of what browsers load, or list it in tools/layout/layers.ts";
      return report(from, line, `imports ${name}, yet it also runs in browsers`, hint);
    });
}

/** One edge for each pair of folders of which neither contains the other. */
function folderEdges(edges: readonly Edge[]): Edge[] {
  const inside = (folder: string, other: string) => `${folder}/`.startsWith(`${other}/`);
  return edges
    .filter(({ to }) => CODE.test(to))
    .map((edge) => ({ ...edge, from: posix.dirname(edge.from), to: posix.dirname(edge.to) }))
    .filter(({ from, to }) => from !== "." && !inside(from, to) && !inside(to, from));
}

function cycleReports(edges: readonly Edge[]): string[] {
  // Types alone do no harm in a cycle: nothing of them runs.
  const running = edges.filter(({ typeOnly }) => !typeOnly);
  const ofFiles = cycles(running);
  // A cycle of files in several folders is one fault, and reported once.
  const ofFolders = ofFiles.length > 0 ? [] : cycles(folderEdges(running));
  return [...ofFiles, ...ofFolders].map((path) =>
    report(path[0] ?? "", 1, `is in a cycle: ${path.join(" → ")}`, "move what they share"),
  );
}

/**
 * What is wrong with the layout of the repository.
 * @param files the paths of all files, from the repository's root
 * @param graph what they import
 * @returns findings as `file:line what`, with a hint on the next line
 */
export function layoutProblems(files: Iterable<string>, graph: Graph): string[] {
  return [
    ...graph.edges.flatMap(wrongOrder),
    ...graph.edges.flatMap(fromOutside),
    ...nodeInBrowser(files, graph),
    ...cycleReports(graph.edges),
  ];
}

/** The folders of src/ from low to high, each with those it imports from. */
export function folderGraph({ edges }: Graph): string[] {
  return LAYERS.flat().map((folder) => {
    const own = edges.filter(({ from }) => folderOf(from) === folder);
    const others = new Set(own.map(({ to }) => folderOf(to) ?? to));
    const below = LAYERS.flat().filter((name) => name !== folder && others.has(name));
    return `${folder.padEnd(10)} → ${below.join(", ") || "nothing"}`;
  });
}
