import type { BundledLanguage } from "shiki";

/** Languages a writer may use, and the grammar that colours each. */
export const GRAMMARS: Record<string, BundledLanguage | "text"> = {
  yaml: "yaml",
  sh: "shellscript",
  dockerfile: "docker",
  python: "python",
  js: "javascript",
  json: "json",
  sql: "sql",
  dotenv: "dotenv",
  text: "text",
};
