import { whyNotRun } from "../cluster/unrunnable.ts";
import { blocksOf, callsKubectl } from "../content/shell-blocks.ts";

/** A command that the tests give to kubectl, and cannot run on the cluster in memory. */
export interface ParsedOnly {
  text: string;
  /** Completes the sentence "not run, because …". */
  because: string;
}

/** What the tests prove of a page. */
export interface PageProof {
  /** Manifests shown, whole or in part, each counted once. */
  manifests: number;
  /** kubectl commands that the tests run. */
  run: number;
  /** kubectl commands that the tests only parse. */
  parsed: ParsedOnly[];
}

/**
 * Counts what the tests prove of a page, by the same rules that the tests follow.
 * @param source the page's MDX
 */
export function proofOf(source: string): PageProof {
  const files = Array.from(source.matchAll(/<Manifest\s[^>]*file="([^"]+)"/g), ([, file]) => file);
  const commands = blocksOf(source, "page")
    .flatMap((block) => block.commands)
    .filter(({ text }) => callsKubectl(text));
  const parsed = commands.flatMap(({ text }) => {
    const because = whyNotRun(text);
    return because === undefined ? [] : [{ text, because }];
  });
  return { manifests: new Set(files).size, run: commands.length - parsed.length, parsed };
}
