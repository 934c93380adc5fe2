/** A module that a file imports. */
export interface Import {
  /** As it is written, without a query such as `?inline`. */
  specifier: string;
  /** Counted from 1. */
  line: number;
  /** `import type`: nothing of it is left in the code that runs. */
  typeOnly: boolean;
}

const IMPORT =
  /\b(?:import|export)\s+(type\s)?[^"'`;()]*?\bfrom\s*["']([^"']+)["']|\bimport\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

/** Comments as spaces, so that the offsets stay; strings are passed over. */
const withoutComments = (text: string) =>
  text.replace(
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g,
    (match) => (match.startsWith("/") ? match.replace(/[^\n]/g, " ") : match),
  );

/**
 * Finds the imports of a TypeScript, JavaScript or Astro file: static, dynamic and re-exported.
 * @param text the file
 */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  return Array.from(code.matchAll(IMPORT), ({ index, 1: type, 2: from, 3: bare, 4: dynamic }) => ({
    specifier: (from ?? bare ?? dynamic ?? "").replace(/\?.*$/, ""),
    line: code.slice(0, index).split("\n").length,
    typeOnly: type !== undefined,
  }));
}
