import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import GithubSlugger from "github-slugger";
import type { Code } from "mdast";
import { defineMdastPlugin, type MdxJsxFlowElement, type MdxJsxTextElement } from "satteri";
import { ContentError } from "../content/content-error.ts";
import { effectOf } from "../kubectl/effect.ts";
import type { ShownCommand } from "../code/shown-command.ts";
import { parseFenceMeta, type FenceMeta } from "../content/fence-meta.ts";
import { NAMES } from "../names/declared.ts";
import { GRAMMARS } from "../code/languages.ts";
import { findPlaceholders } from "../shell/placeholders.ts";
import { parseCommands } from "../content/commands.ts";
import { checkComponent } from "./component-check.ts";
import { isLocated } from "./registry.ts";

/** Languages that have a better place than a fence, with what to write instead. */
const ELSEWHERE: Record<string, string> = {
  yaml: 'keep it in content/manifests/ and show it with <Manifest file="…" />',
  yml: 'keep it in content/manifests/ and show it with <Manifest file="…" />',
  output: 'record it in content/transcripts/ and name it with output="…" on the sh fence',
  console: "use a sh fence without prompts",
  bash: "use sh",
  shell: "use sh",
};

/** Turns a shell fence into the data of its commands, or says what is wrong with it. */
function readCommands(node: Code, slugger: GithubSlugger): ShownCommand[] {
  return parseCommands(node.value).map(({ text, note, line }) => {
    const unknown = findPlaceholders(text).find(({ name }) => !NAMES.has(name));
    if (unknown) {
      const hint = `use one of ${[...NAMES.keys()].join(", ")}, or declare it in content/names.json`;
      throw new ContentError(`the placeholder <${unknown.name}>`, line, hint);
    }
    try {
      const id = slugger.slug(`cmd-${text.replace(/[<>='"]/g, " ").trim()}`);
      return { text, effect: effectOf(text), id, ...(note ? { note } : {}) };
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      throw new ContentError(what, line, "check it with `kubectl --help`");
    }
  });
}

/** Reads what follows the opening backticks; mistakes are on line 0, that of the backticks. */
function readInfo(lang: string, text: string): FenceMeta {
  if (lang === "") throw new ContentError("a fence without a language", 0, "name it");
  const elsewhere = ELSEWHERE[lang];
  if (elsewhere) throw new ContentError(`a ${lang} fence`, 0, elsewhere);
  if (!GRAMMARS[lang]) {
    const known = Object.keys(GRAMMARS).filter((name) => !ELSEWHERE[name]);
    throw new ContentError(`the unknown language ${lang}`, 0, `use one of ${known.join(", ")}`);
  }
  if (lang === "sh") return parseFenceMeta(text);
  const meta = parseFenceMeta(text, ["title"]);
  if (meta.title) return meta;
  const hint = 'add title="…", the name of the file it shows';
  throw new ContentError(`a ${lang} fence without a title`, 0, hint);
}

function component(name: string, props: Record<string, unknown>) {
  return {
    type: "mdxJsxFlowElement" as const,
    name,
    attributes: Object.entries(props)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ({
        type: "mdxJsxAttribute" as const,
        name: key,
        value:
          typeof value === "string"
            ? value
            : { type: "mdxJsxAttributeValueExpression" as const, value: JSON.stringify(value) },
      })),
    children: [],
  };
}

/** The path of a page from the repository's root. */
const pathOf = (fileURL: URL | undefined) =>
  fileURL ? relative(process.cwd(), fileURLToPath(fileURL)) : "page";

/**
 * A component that a writer used, checked, and with `from` where its error messages name it;
 * undefined where nothing is to change.
 */
function checked<Node extends MdxJsxFlowElement | MdxJsxTextElement>(
  node: Node,
  fileURL: URL | undefined,
): Node | undefined {
  const file = pathOf(fileURL);
  const value = `${file}:${node.position?.start.line ?? 1}`;
  checkComponent(node, file.endsWith("/index.mdx") ? "starts" : "pages", value);
  if (!isLocated(node.name)) return undefined;
  const from = { type: "mdxJsxAttribute" as const, name: "from", value };
  return { ...node, attributes: [...node.attributes, from] };
}

/**
 * A Sätteri MDAST plugin: turns fences into the components Commands (`sh`) and FileSample (any other
 * language), checks the components that a writer used, and adds their location to those whose
 * errors name it.
 * @throws ContentError for a fence that is not well-formed, and as checkComponent does
 */
export const codeBlocks = () => {
  const slugger = new GithubSlugger();
  return defineMdastPlugin({
    name: "code-blocks",
    options: { position: true },
    code(node, ctx) {
      const file = pathOf(ctx.fileURL);
      const line = node.position?.start.line ?? 1;
      const lang = node.lang ?? "";
      try {
        const meta = readInfo(lang, node.meta ?? "");
        if (lang === "sh") {
          const commands = readCommands(node, slugger);
          const from = `${file}:${line}`;
          ctx.replaceNode(node, component("Commands", { commands, ...meta, from }));
        } else {
          const { title } = meta;
          ctx.replaceNode(node, component("FileSample", { source: node.value, lang, title }));
        }
      } catch (error) {
        // Lines are counted from the opening backticks, which are line 0 of the fence.
        throw error instanceof ContentError ? error.in(file, line) : error;
      }
    },
    mdxJsxFlowElement(node, ctx) {
      const now = checked(node, ctx.fileURL);
      if (now) ctx.replaceNode(node, now);
    },
    mdxJsxTextElement(node, ctx) {
      const now = checked(node, ctx.fileURL);
      if (now) ctx.replaceNode(node, now);
    },
  });
};
