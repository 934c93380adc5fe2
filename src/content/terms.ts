import type { z } from "astro/zod";
import { readFolder } from "./files.ts";
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
