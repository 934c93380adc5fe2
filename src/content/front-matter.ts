import { globSync, readFileSync } from "node:fs";
import type { z } from "astro/zod";
import { parseYaml } from "./yaml.ts";

/**
 * Checks the front matter of files.
 * @param base a folder, from the repository's root
 * @param pattern of the files in it
 * @param schema what their front matter must be
 * @throws ContentError for the first mistake, with its line
 */
export function checkFrontMatter(base: string, pattern: string, schema: z.ZodType): void {
  for (const name of globSync(pattern, { cwd: base }).sort()) {
    const file = `${base}/${name.replaceAll("\\", "/")}`;
    const [, yaml = ""] = /^---\r?\n(.*?)^---\s*$/ms.exec(readFileSync(file, "utf8")) ?? [];
    parseYaml(yaml, schema, file, 1);
  }
}
