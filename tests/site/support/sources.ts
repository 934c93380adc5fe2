import { globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const content = fileURLToPath(new URL("../../../content/", import.meta.url));

/** A code block as its writer wrote it, in the order of the page. */
export type Block =
  | { kind: "commands"; commands: string[] }
  | { kind: "manifest"; file: string; part: string | undefined }
  | { kind: "sample"; title: string; text: string };

/** Every manifest's text by file name. */
export const manifests: ReadonlyMap<string, string> = new Map(
  readdirSync(`${content}manifests`).map((file) => [
    file,
    readFileSync(`${content}manifests/${file}`, "utf8"),
  ]),
);

/**
 * The commands of a shell fence, read without the site's own parser: a second opinion.
 * @param fence the text between the backticks
 * @returns each command without its note; a trailing `\`, an open single quote and a here-document
 *   carry a command over several lines
 */
export function commandsOf(fence: string): string[] {
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

const FENCE = /^( *)```(\S+)(.*)\n([\s\S]*?)^\1```$/;
const MANIFEST = /^ *<Manifest ([^>]*)\/>/;
const attribute = (text: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1];

function blocksOf(source: string): Block[] {
  const found = source.matchAll(new RegExp(`${FENCE.source}|${MANIFEST.source}`, "gm"));
  return Array.from(found, ([, indent = "", lang, meta = "", body = "", manifest]): Block => {
    if (manifest !== undefined) {
      const part = attribute(manifest, "part");
      return { kind: "manifest", file: attribute(manifest, "file") ?? "", part };
    }
    const text = body.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    if (lang === "sh") return { kind: "commands", commands: commandsOf(text) };
    return { kind: "sample", title: attribute(meta, "title") ?? "", text };
  });
}

/** The code blocks of every article by the article's address. */
export const blocks: ReadonlyMap<string, Block[]> = new Map(
  globSync("**/*.mdx", { cwd: content }).map((file) => [
    `/${file.replaceAll("\\", "/").replace(/(?:\/index)?\.mdx$/, "/")}`,
    blocksOf(readFileSync(`${content}${file}`, "utf8")),
  ]),
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
