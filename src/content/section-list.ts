import { z } from "astro/zod";
import { readContent } from "./files.ts";
import { sectionSchema } from "./schemas.ts";
import { parseYaml } from "./yaml.ts";

/**
 * The sections of content/sections.yaml in their order.
 * @throws ContentError for an invalid entry
 */
export function readSections(): z.infer<typeof sectionSchema>[] {
  const file = "sections.yaml";
  const sections = parseYaml(readContent(file), z.array(sectionSchema), `content/${file}`);
  return sections.sort((a, b) => a.order - b.order);
}
