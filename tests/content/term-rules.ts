import { attribute, lineOf, type MdxNode } from "../../src/content/mdx-tree.ts";
import type { Page } from "../../src/content/pages.ts";
import { finding, type Rule, type Site } from "./rule.ts";

/** Terms whose names are also plain English: a program cannot tell which is meant. */
const PLAIN = new Set(
  "annotation condition context drift event image label limit request selector signal tag volume"
    .concat(" container controller digest manifest node registry rollout scheduler eviction")
    .concat(" throttling grace-period restart-policy desired-state exit-code owner-reference")
    .split(" "),
);

interface Name {
  id: string;
  pattern: RegExp;
}

/** Names of terms as prose has them, longer ones first, so that a part of one does not count as another. */
function namesOf(site: Site): Name[] {
  return [...site.names]
    .filter(([id]) => !PLAIN.has(id))
    .sort(([, left], [, right]) => right.length - left.length)
    .map(([id, name]) => {
      const words = name.replace(/ \(.*\)$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const flags = /\p{Lu}/u.test(name) ? "gu" : "giu";
      return { id, pattern: new RegExp(`(?<![\\w./-])${words}(?:s|es)?(?![\\w/-])`, flags) };
    });
}

/** Texts in order of reading, with whether a link or a term explains them. Headings do not count. */
function textsOf(
  node: MdxNode,
  linked = false,
): { node: MdxNode; text: string; linked: boolean }[] {
  if (["heading", "inlineCode", "code", "yaml"].includes(node.type)) return [];
  const explains =
    linked || node.type === "link" || (node.name === "Term" && attribute(node, "id") !== undefined);
  if (node.type === "text") return [{ node, text: node.value ?? "", linked: explains }];
  return (node.children ?? []).flatMap((child) => textsOf(child, explains));
}

function unexplained(page: Page, site: Site): string[] {
  const names = namesOf(site);
  const explained = new Set<string>();
  return textsOf(page.tree).flatMap(({ node, text, linked }) => {
    let left = text;
    return names.flatMap(({ id, pattern }) => {
      const found = left.match(pattern);
      if (!found) return [];
      left = left.replace(pattern, "·");
      if (explained.has(id)) return [];
      explained.add(id);
      if (linked || site.explains.get(id) === page.id) return [];
      const hint = `write <Term id="${id}">${found[0]}</Term> at its first use`;
      return [finding(page, lineOf(node), `"${found[0]}" before it is explained`, hint)];
    });
  });
}

/** The rule of terms by name. */
export const TERM_RULES: Record<string, Rule> = {
  "no term is used before it is explained or linked": unexplained,
};
