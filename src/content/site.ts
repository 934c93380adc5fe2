import { readContent } from "./files.ts";
import { siteSchema } from "./schemas.ts";
import { parseYaml } from "./yaml.ts";

/** What content/site.yaml says about the site as a whole. */
export const site = parseYaml(readContent("site.yaml"), siteSchema, "content/site.yaml");
