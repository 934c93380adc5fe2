import type { z } from "astro/zod";
import { listContent, readContent } from "./files.ts";
import { nodesOf, parseMdx, type MdxNode } from "./mdx-tree.ts";
import { pageSchema, startSchema } from "./schemas.ts";
import { parseYaml } from "./yaml.ts";

type StartMatter = z.infer<typeof startSchema>;

/** Front matter of a page; `order` and `errors` are missing on the page that starts a section. */
type FrontMatter = StartMatter & Partial<Omit<z.infer<typeof pageSchema>, keyof StartMatter>>;

/** A page of content/, parsed. */
export interface Page {
  /** `guide/pods`; `guide` for the page that starts the section */
  id: string;
  /** `content/guide/pods.mdx` */
  file: string;
  data: FrontMatter;
  /** The whole file, front matter included, so that its lines are those of the file. */
  tree: MdxNode;
}

/**
 * Parses a page.
 * @param file its path from the repository's root
 * @param source its text
 * @throws ContentError for a text that is not MDX, and for invalid front matter
 */
export function parsePage(file: string, source: string): Page {
  const tree = parseMdx(source, file);
  const yaml = nodesOf(tree, "yaml")[0]?.value ?? "";
  const id = file.replace(/^content\//, "").replace(/(?:\/index)?\.mdx$/, "");
  const schema: z.ZodType<FrontMatter> = file.endsWith("/index.mdx") ? startSchema : pageSchema;
  return { id, file, data: parseYaml(yaml, schema, file, 1), tree };
}

/** Every page of content/, sorted by file. */
export const readPages = (): Page[] =>
  listContent("*", ".mdx").map((path) => parsePage(`content/${path}`, readContent(path)));
