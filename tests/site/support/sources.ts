import { attribute, walk } from "../../../src/content/mdx-tree.ts";
import { readPages, type Page } from "../../../src/content/pages.ts";

export { manifests } from "../../../src/content/manifests.ts";

/** A code block as its writer wrote it, in the order of the page. */
export type Block =
  | { kind: "commands"; commands: string[] }
  | { kind: "manifest"; file: string; part: string | undefined }
  | { kind: "sample"; title: string; text: string };

/**
 * The commands of a shell fence, read by other code than the site's: a second opinion.
 * @param fence the text between the backticks
 * @returns each command without its note; a trailing `\`, an open single quote and a here-document
 *   carry a command over several lines
 */
function commandsOf(fence: string): string[] {
  const commands: string[] = [];
  let open = "";
  for (const line of fence.split("\n")) {
    const text = open.includes("<<") ? line : line.replace(/\s{2,}# .*$/, "").trimEnd();
    if (open === "" && text === "") continue;
    open += open === "" ? text : `\n${text}`;
    const heredoc = /<<-?\s*['"]?(\w+)/.exec(open)?.[1];
    const waits =
      heredoc === undefined
        ? text.endsWith("\\") || (open.match(/'/g)?.length ?? 0) % 2 === 1
        : text.trim() !== heredoc;
    if (waits) continue;
    commands.push(open);
    open = "";
  }
  return commands;
}

function blocksOf({ tree }: Page): Block[] {
  return walk(tree).flatMap((node): Block[] => {
    if (node.name === "Manifest") {
      const file = attribute(node, "file") ?? "";
      return [{ kind: "manifest", file, part: attribute(node, "part") }];
    }
    if (node.type !== "code") return [];
    const text = node.value ?? "";
    if (node.lang === "sh") return [{ kind: "commands", commands: commandsOf(text) }];
    const title = /\btitle="([^"]*)"/.exec(node.meta ?? "")?.[1] ?? "";
    return [{ kind: "sample", title, text: `${text}\n` }];
  });
}

/** The code blocks of every article by the article's address. */
export const blocks: ReadonlyMap<string, Block[]> = new Map(
  readPages().map((page) => [`/${page.id}/`, blocksOf(page)]),
);

/** Every command of every article. */
export const allCommands: ReadonlySet<string> = new Set(
  [...blocks.values()].flat().flatMap((block) => (block.kind === "commands" ? block.commands : [])),
);

/**
 * The names in a command that its reader has to fill in.
 * @param text one or more commands
 * @returns each once, with its brackets
 */
export function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/<[a-z][a-z0-9-]*>/g))];
}
