import { attribute, componentsOf, parseMdx } from "../content/mdx-tree.ts";
import { commandsOf } from "../content/shell-blocks.ts";
import { callsKubectl } from "../kubectl/calls.ts";
import { whyNotRun } from "../kubectl/unrunnable.ts";

/** A command that the tests only parse, since the cluster in memory cannot run it. */
interface ParsedOnly {
  text: string;
  /** Completes the sentence "not run, because …". */
  because: string;
}

/** What the tests prove of a page. */
interface PageProof {
  /** Manifests shown, whole or in part, each counted once. */
  manifests: number;
  /** kubectl commands that the tests run. */
  run: number;
  /** kubectl commands that the tests only parse. */
  parsed: ParsedOnly[];
}

/** Proofs by the page's MDX: the list of what is not proven asks for all of them once more. */
const proofs = new Map<string, PageProof>();

/**
 * Counts what the tests prove of a page, by the same rules that the tests follow.
 * @param source the page's MDX
 */
export function proofOf(source: string): PageProof {
  const proof = proofs.get(source) ?? count(source);
  proofs.set(source, proof);
  return proof;
}

function count(source: string): PageProof {
  const page = { tree: parseMdx(source, "page"), file: "page" };
  const files = componentsOf(page.tree)
    .filter(({ name }) => name === "Manifest")
    .map((node) => attribute(node, "file"));
  const commands = commandsOf(page).filter(({ text }) => callsKubectl(text));
  const parsed = commands.flatMap(({ text }) => {
    const because = whyNotRun(text);
    return because === undefined ? [] : [{ text, because }];
  });
  return { manifests: new Set(files).size, run: commands.length - parsed.length, parsed };
}
