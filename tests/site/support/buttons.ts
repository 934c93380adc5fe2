import type { Locator, Page } from "@playwright/test";
import { parse } from "yaml";
import { allCommands, blocks, manifests, type Block } from "./sources.ts";

/** A copy button and what it has to copy. */
export interface CopyButton {
  button: Locator;
  /** What its name has to contain. */
  name: string;
  expected: string;
  /** What it selects when it cannot copy. */
  selected: string;
  /** Whether the text is commands, whose placeholders the reader has to fill in. */
  commands: boolean;
  /** Heading of the section that it stands in: names differ within one. */
  section: string;
}

/** What a figure of the page shows, as far as the page alone can say. */
interface Figure {
  index: number;
  manifest: string | undefined;
  part: string | undefined;
  commands: string[];
  section: string;
  buttons: number;
}

const readFigures = (page: Page): Promise<Figure[]> =>
  page.locator("figure.code").evaluateAll((figures) => {
    const headings = [...document.querySelectorAll("main h1, main h2")];
    const isBefore = (a: Node, b: Node) =>
      (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return figures.map((figure, index) => ({
      index,
      manifest: figure.getAttribute("data-manifest") ?? undefined,
      part: figure.getAttribute("data-part") ?? undefined,
      commands: Array.from(figure.querySelectorAll(".command > code"), (code) => code.textContent),
      section: headings.findLast((heading) => isBefore(heading, figure))?.textContent ?? "",
      buttons: figure.querySelectorAll("[data-copy]").length,
    }));
  });

/** The value at `spec.containers[0].env` of a manifest. */
function valueAt(source: string, path: string): unknown {
  const keys = path.match(/[^.[\]]+/g) ?? [];
  return keys.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    parse(source),
  );
}

/**
 * The lines of a manifest that hold a part of it, moved to the left edge: the one run of lines
 * that starts with the part's key, ends in a newline, and has the part's value.
 * @param file a file of content/manifests/
 * @param path as `spec.containers[0].env`, ending in a key
 * @throws Error when no lines of the file are the part
 */
function partOf(file: string, path: string): string {
  const source = manifests.get(file) ?? "";
  const key = path.split(".").at(-1) ?? "";
  const wanted = JSON.stringify({ [key]: valueAt(source, path) });
  const lines = source.trimEnd().split("\n");
  for (const [first, line] of lines.entries()) {
    const indent = line.search(/\S/);
    if (!line.slice(indent).startsWith(`${key}:`)) continue;
    const below = lines.slice(first + 1);
    const length = below.findIndex(
      (next) => next.search(/\S/) <= indent && !next.startsWith("-", indent),
    );
    const cut = [line, ...below.slice(0, length < 0 ? below.length : length)];
    const text = `${cut.map((one) => one.slice(indent)).join("\n")}\n`;
    if (JSON.stringify(parse(text)) === wanted) return text;
  }
  throw new Error(`content/manifests/${file}: no lines hold ${path}`);
}

interface Text {
  name: string;
  expected: string;
  /** The text on the page, where what is copied is another. */
  selected?: string;
}

/** A command of several lines on one line, read without the site's own reader: a second opinion. */
function oneLine(text: string): string | undefined {
  const broken = text.includes("\\\n") && !text.includes("<<");
  const joined = text.replace(/\s*\\\n\s*/g, " ");
  return broken && !joined.includes("\n") ? joined : undefined;
}

/** What a figure has to copy, according to its source; the whole first, then its single commands. */
function textsOf(block: Block): Text[] {
  if (block.kind === "sample") return [{ name: block.title, expected: block.text }];
  if (block.kind === "manifest") {
    const { file, part } = block;
    if (part === undefined) return [{ name: file, expected: manifests.get(file) ?? "" }];
    const field = part.split(".").at(-1) ?? "";
    return [{ name: `${field} of ${file}`, expected: partOf(file, part) }];
  }
  const single = block.commands.flatMap((text): Text[] => {
    const name = text.replace(/\s+/g, " ");
    const joined = oneLine(text);
    const line = { name: `as one line ${name}`, expected: joined ?? "", selected: text };
    return [{ name, expected: text }, ...(joined === undefined ? [] : [line])];
  });
  const { length } = block.commands;
  if (length === 1) return single;
  const all = { name: `all ${length} commands`, expected: block.commands.join("\n") };
  return [all, ...single];
}

/** The block of a figure on a page that no writer wrote: its manifest, or commands known elsewhere. */
function blockOf({ manifest, part, commands }: Figure): Block {
  if (manifest !== undefined) return { kind: "manifest", file: manifest, part };
  const unknown = commands.filter((text) => !allCommands.has(text));
  if (commands.length === 0 || unknown.length > 0) {
    throw new Error(`A figure whose source is not in content/: ${unknown.join(", ")}`);
  }
  return { kind: "commands", commands };
}

/**
 * Every copy button of the page, each with what the sources say that it has to copy.
 * @param page a page of the site, loaded
 * @param path its address
 * @throws Error when the page shows other code blocks, or other buttons, than its source has
 */
export async function copyButtons(page: Page, path: string): Promise<CopyButton[]> {
  const figures = await readFigures(page);
  const written = blocks.get(path) ?? figures.map(blockOf);
  if (written.length !== figures.length) {
    throw new Error(`${path} shows ${figures.length} blocks, its source has ${written.length}`);
  }
  return figures.flatMap((figure) => {
    const block = written[figure.index];
    if (!block) return [];
    const texts = textsOf(block);
    if (figure.buttons !== texts.length) {
      const has = `${figure.buttons} buttons for ${texts.length} texts`;
      throw new Error(`${path}, block ${figure.index + 1}: ${has}`);
    }
    const buttons = page.locator("figure.code").nth(figure.index).locator("[data-copy]");
    return texts.map(({ name, expected, selected = expected }, index) => ({
      button: buttons.nth(index),
      name,
      expected,
      selected,
      commands: block.kind === "commands",
      section: figure.section,
    }));
  });
}
