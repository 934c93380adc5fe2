import type { z } from "astro/zod";
import { ContentError } from "./content-error.ts";
import { hasContent, listContent, readFolder } from "./files.ts";
import { termSchema } from "./schemas.ts";
import { parseYaml } from "./yaml.ts";

/** A term of the glossary. */
export interface GlossaryTerm extends z.infer<typeof termSchema> {
  /** `content/glossary/pod.md` */
  file: string;
  /** Its definition, in Markdown. */
  text: string;
}

/**
 * The glossary by id.
 * @throws ContentError for invalid front matter
 */
export function readTerms(): Map<string, GlossaryTerm> {
  return new Map(
    Array.from(readFolder("glossary", ".md"), ([name, source]) => {
      const file = `content/glossary/${name}`;
      const [, yaml = "", text = ""] = /^---\n(.*?)^---\n(.*)$/ms.exec(source) ?? [];
      return [name.replace(/\.md$/, ""), { ...parseYaml(yaml, termSchema, file, 1), file, text }];
    }),
  );
}

/**
 * The address of a term within the site.
 * @param id a file of content/glossary/, without its ending
 * @param from who asks for it, as `file:line`
 * @throws ContentError naming the terms that exist
 */
export function termHref(id: string, from: string): string {
  if (/^[a-z0-9-]+$/.test(id) && hasContent(`glossary/${id}.md`)) return `/glossary/#${id}`;
  const known = listContent("glossary", ".md").map((path) => path.slice("glossary/".length, -3));
  throw new ContentError(
    `the unknown term "${id}"`,
    from,
    `content/glossary/ has ${known.join(", ")}`,
  );
}
