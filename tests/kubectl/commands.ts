import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { blocksOf, type Block } from "../../src/content/shell-blocks.ts";

const root = new URL("../../", import.meta.url).pathname;

/**
 * Reads the shell blocks of every page.
 * @returns the blocks, page by page
 */
export function allBlocks(): Block[] {
  const files = readdirSync(join(root, "content"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".mdx"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return files.flatMap((file) => blocksOf(readFileSync(file, "utf8"), relative(root, file)));
}
