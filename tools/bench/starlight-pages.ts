import { cutPart, findLines } from "../../src/content/manifest-part.ts";
import type { Content } from "./corpus.ts";

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The lines that a figure marks, as Expressive Code takes them: `{2-4,7-7}`. */
function markedLines(
  source: string,
  mark: string | undefined,
  first: number,
  file: string,
): string {
  if (!mark) return "";
  const ranges = mark.split(",").map((path) => findLines(source, path.trim(), { file }));
  return ` {${ranges.map((one) => `${one.first - first + 1}-${one.last - first + 1}`).join(",")}}`;
}

function manifestFence(tag: string, content: Content): string {
  const file = attribute(tag, "file") ?? "";
  const source = content.get(`manifests/${file}`) ?? "";
  const path = attribute(tag, "part");
  const part = path === undefined ? undefined : cutPart(source, path, { file });
  const marked = markedLines(source, attribute(tag, "mark"), part?.lines.first ?? 1, file);
  return `\`\`\`yaml title="${file}"${marked}\n${part?.text ?? source}\`\`\``;
}

/** Commands and, where the page shows it, what they printed. */
function commandFence(fence: string, content: Content): string {
  const name = attribute(fence.split("\n", 1)[0] ?? "", "output");
  if (name === undefined) return fence;
  const recording = (content.get(`transcripts/${name}.txt`) ?? "").trimEnd();
  return `${fence.replace(` output="${name}"`, "")}\n\n\`\`\`text\n${recording}\n\`\`\``;
}

/**
 * Writes a page of the guide in plain Markdown with what Starlight offers by default: asides,
 * titles and marked lines of code blocks. Text, code and tables stay as they are.
 * @param text the page's MDX
 * @param content all files, for the manifests and recordings that the page shows
 * @returns Markdown with the front matter that Starlight knows
 */
export function toStarlight(text: string, content: Content): string {
  const [, front = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(front)?.[1];
  const order = field("order");
  const short = /^short:\n((?: {2}- .*\n)*)/m.exec(`${front}\n`)?.[1] ?? "";
  const intro = `${field("question") ?? ""}\n\n${short.replace(/^ {2}- "?(.*?)"?$/gm, "- $1")}`;
  const markdown = body
    .replace(/<Manifest [^>]*\/>/g, (tag) => manifestFence(tag, content))
    .replace(/^```sh.*?^```$/gms, (fence) => commandFence(fence, content))
    .replace(/<Term id="([^"]+)">(.*?)<\/Term>/gs, "[$2](/glossary/#$1)")
    .replace(/<Aside kind="trap" title="([^"]*)">/g, ":::caution[$1]")
    .replace(/<Aside kind="note" title="([^"]*)">/g, ":::note[$1]")
    .replaceAll("</Aside>", ":::")
    .replace(/<Figure file="([^"]+)" caption="([^"]*)" \/>/g, "![$2](/diagrams/$1)")
    .replace(/<Question ask="([^"]*)">/g, "<details>\n<summary>$1</summary>\n")
    .replaceAll("</Question>", "\n</details>")
    .replace(/<Choice says="([^"]*)" page="([^"]*)">/g, "### [$1](/$2/)")
    .replace(/<\/?(?:Steps|Choices|Choice|Unproven)(?: \/)?>/g, "");
  const sidebar = order === undefined ? "" : `sidebar:\n  order: ${order}\n`;
  return `---\ntitle: ${field("title") ?? ""}\ndescription: ${field("description") ?? ""}\n${sidebar}---\n\n${intro}\n${markdown}`;
}

/** The glossary as one page: a heading and a text for each term. */
function glossary(content: Content): string {
  const terms = [...content].filter(([path]) => path.startsWith("glossary/"));
  const parts = terms.map(([, text]) => {
    const term = /^term: (.*)$/m.exec(text)?.[1] ?? "";
    return `## ${term}\n\n${text.replace(/^---\n.*?\n---\n/s, "")}`;
  });
  return `---\ntitle: Glossary\n---\n\n${parts.join("\n")}`;
}

/**
 * The files of a Starlight project with the text of a site.
 * @param content the site's files, as makeCorpus returns them
 * @returns path from the project's root to text
 */
export function starlightFiles(content: Content): Map<string, string> {
  const files = new Map<string, string>();
  for (const [path, text] of content) {
    if (path.endsWith(".mdx")) {
      files.set(`src/content/docs/${path.replace(/x$/, "")}`, toStarlight(text, content));
    } else if (path.startsWith("diagrams/")) files.set(`public/${path}`, text);
  }
  files.set("src/content/docs/glossary.md", glossary(content));
  files.set("src/content/docs/index.md", "---\ntitle: Kubernetes\n---\n\nA guide.\n");
  return files;
}
