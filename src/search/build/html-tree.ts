import type { ChildNode, Element, ParentNode } from "domhandler";
import { hasChildren, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";

/** Says whether an element is one that is looked for. */
type Test = (element: Element) => boolean;

const STYLES = /<style[^>]*>.*?<\/style>/gs;
const CODE = /(<code[^>]*>)(.*?)(?=<\/code>)/gs;
const TAG = /<[^>]*>/g;

/**
 * Reads head and main part of a page into a plain tree: a tenth of the work of a document with the
 * DOM's interfaces. Styles and what surrounds the main part are half of a page, and nothing in
 * them is searched. Code comes without the elements that colour it, which are most of all elements.
 */
export function readHtml(html: string): ParentNode {
  const body = html.indexOf("<body");
  const main = html.indexOf("<main", body);
  if (body < 0 || main < 0) return parseDocument(html);
  const head = html.slice(0, body).replace(STYLES, "");
  const content = html
    .slice(main, html.lastIndexOf("</main>"))
    .replace(CODE, (_all, tag: string, code: string) => tag + code.replace(TAG, ""));
  return parseDocument(head + content);
}

/** Whether an element has a class. */
export const hasClass = ({ attribs }: Element, name: string): boolean =>
  attribs["class"]?.split(/\s+/).includes(name) ?? false;

/** Whether an element has an attribute. */
export const has = ({ attribs }: Element, name: string): boolean => Object.hasOwn(attribs, name);

/** The elements below a node that pass a test, in the order of the page. */
export function findAll(root: ParentNode, test: Test): Element[] {
  const found: Element[] = [];
  for (const child of root.children) {
    if (!isTag(child)) continue;
    if (test(child)) found.push(child);
    found.push(...findAll(child, test));
  }
  return found;
}

/** The first element below a node that passes a test. */
export function find(root: ParentNode, test: Test): Element | undefined {
  for (const child of root.children) {
    if (!isTag(child)) continue;
    const found = test(child) ? child : find(child, test);
    if (found) return found;
  }
  return undefined;
}

/** The elements directly below a node. */
export const elementsIn = (root: ParentNode): Element[] => root.children.filter(isTag);

/** All text of a node; empty for none. */
export function textIn(node: ChildNode | undefined): string {
  if (!node) return "";
  if (isText(node)) return node.data;
  return hasChildren(node) ? node.children.map(textIn).join("") : "";
}
