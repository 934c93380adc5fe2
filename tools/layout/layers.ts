/**
 * The folders of src/ from low to high. A folder imports from itself and from the rows above it;
 * the folders of one row do not need each other.
 */
export const LAYERS: readonly (readonly string[])[] = [
  ["text"],
  ["page", "shell"],
  ["kubectl"],
  ["content"],
  ["validate"],
  ["cluster"],
  ["diagrams", "explain", "glossary", "names", "proof", "theme"],
  ["code"],
  ["search"],
  ["mdx", "styles"],
  ["components"],
  ["layouts"],
  ["pages"],
  ["build"],
];

/** Files of src/ that belong to no folder, with the layer that they are part of. */
export const LOOSE_FILES: Readonly<Record<string, string>> = { "content.config.ts": "content" };

/**
 * Folders whose code must run in browsers, workers and Node alike, even where no script imports it
 * yet; src/tsconfig.shared.json lists the same. What a `.client.ts` or `.worker.ts` file reaches is
 * checked wherever it is.
 */
export const SHARED_FOLDERS: readonly string[] = [
  "src/text/",
  "src/shell/",
  "src/kubectl/",
  "src/validate/",
  "src/cluster/",
  "src/names/",
  "src/search/match/",
];

/** Packages that run in a browser; any other is taken for one that needs Node. */
export const BROWSER_PACKAGES: ReadonlySet<string> = new Set([
  "@ngrok/webernetes",
  "fast-json-patch",
  "json-merge-patch",
  "yaml",
]);
