import { parseCommands } from "./commands.ts";

/** A command of a page. */
export interface PageCommand {
  /** Where it stands, for example `content/guide/pods.mdx:12`. */
  at: string;
  text: string;
}

/** A shell block of a page. */
export interface Block {
  file: string;
  line: number;
  source: string;
  commands: PageCommand[];
  /** Name of the recording whose output the page shows. */
  recording?: string;
}

/**
 * Finds the shell blocks of a page.
 * @param text the page's source
 * @param file its name, for messages
 * @returns the blocks in order
 */
export function blocksOf(text: string, file: string): Block[] {
  const blocks: Block[] = [];
  let open: { indent: string; line: number; lines: string[]; recording?: string } | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const fence = /^(\s*)```(\w*)(?:.* output="([^"]+)")?/.exec(line);
    if (!fence) {
      open?.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    } else if (open) {
      const { line: first, lines, recording } = open;
      const source = lines.join("\n");
      const commands = parseCommands(source).map((command) => ({
        at: `${file}:${first + command.line}`,
        text: command.text,
      }));
      const recorded = recording === undefined ? {} : { recording };
      blocks.push({ file, line: first, source, commands, ...recorded });
      open = undefined;
    } else if (fence[2] === "sh") {
      const recorded = fence[3] === undefined ? {} : { recording: fence[3] };
      open = { indent: fence[1] ?? "", line: index + 1, lines: [], ...recorded };
    }
  }
  return blocks;
}

/**
 * Says whether a command calls kubectl, alone or in a pipeline, and not as a mere word.
 * @param text the command
 * @returns whether kubectl runs when the command does
 */
export function callsKubectl(text: string): boolean {
  return /(?:^|[|;&]\s*)kubectl\s/.test(text);
}
