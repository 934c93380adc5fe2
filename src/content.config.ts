import { readFileSync } from "node:fs";
import { defineCollection } from "astro/content/config";
import { glob, type Loader, type LoaderContext } from "astro/loaders";
import type { z } from "astro/zod";
import { checkFrontMatter } from "./content/front-matter.ts";
import { mdxSources } from "./content/mdx-loader.ts";
import { pageSchema, startSchema, termSchema } from "./content/schemas.ts";

const SCHEMAS = "src/content/schemas.ts";

/** Empties the store after the schemas changed: Astro reads again only files that changed. */
function forgetOtherSchemas(context: LoaderContext): void {
  const source = readFileSync(new URL(SCHEMAS, context.config.root), "utf8");
  const digest = context.generateDigest(source);
  if (context.meta.get("schemas") !== digest) context.store.clear();
  context.meta.set("schemas", digest);
}

/** Files of content/ whose front matter follows a schema. */
function collection<Schema extends z.ZodType>(base: string, pattern: string, schema: Schema) {
  const files = pattern.endsWith(".mdx") ? mdxSources({ base, pattern }) : glob({ base, pattern });
  const loader: Loader = {
    ...files,
    load: async (context) => {
      forgetOtherSchemas(context);
      try {
        await files.load(context);
      } catch (error) {
        // Astro names neither the line nor a hint of ours.
        checkFrontMatter(base, pattern, schema);
        throw error;
      }
    },
  };
  return defineCollection({ loader, schema });
}

export const collections = {
  pages: collection("content", "*/!(index).mdx", pageSchema),
  /** The page that a section starts with, where it has more to say than a list of its pages. */
  starts: collection("content", "*/index.mdx", startSchema),
  glossary: collection("content/glossary", "*.md", termSchema),
};
