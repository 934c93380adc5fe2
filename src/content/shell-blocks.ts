import { parseCommands, type Command } from "./commands.ts";
import { ContentError } from "./content-error.ts";
import { parseFenceMeta } from "./fence-meta.ts";
import { lineOf, nodesOf, type MdxNode } from "./mdx-tree.ts";

/** A command of a page; its line is that of the file. */
export interface PageCommand extends Command {
  /** Where it is, for example `content/guide/pods.mdx:12`. */
  at: string;
}

/** A shell block of a page. */
export interface ShellBlock {
  file: string;
  /** Line of the opening backticks. */
  line: number;
  source: string;
  commands: PageCommand[];
  /** Name of the recording whose output the page shows. */
  recording?: string;
}

function readBlock(node: MdxNode, file: string): ShellBlock {
  const line = lineOf(node);
  const source = node.value ?? "";
  try {
    const { output } = parseFenceMeta(node.meta ?? "");
    const commands = parseCommands(source).map((command) => {
      const own = line + command.line;
      return { ...command, line: own, at: `${file}:${own}` };
    });
    return { file, line, source, commands, ...(output === undefined ? {} : { recording: output }) };
  } catch (error) {
    throw error instanceof ContentError ? error.in(file, line) : error;
  }
}

/**
 * Finds the shell blocks of a page.
 * @param page its tree, and its path from the repository's root
 * @throws ContentError for a block that is not well-formed
 */
export function shellBlocks({ tree, file }: { tree: MdxNode; file: string }): ShellBlock[] {
  return nodesOf(tree, "code")
    .filter(({ lang }) => lang === "sh")
    .map((node) => readBlock(node, file));
}

/** The commands of a page in order. */
export const commandsOf = (page: { tree: MdxNode; file: string }): PageCommand[] =>
  shellBlocks(page).flatMap(({ commands }) => commands);
