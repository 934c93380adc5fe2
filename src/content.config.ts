import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { pageSchema, startSchema, termSchema } from "./content/schemas.ts";

const pages = defineCollection({
  loader: glob({ base: "content", pattern: "*/!(index).mdx" }),
  schema: pageSchema,
});

/** The page that a section starts with, where it has more to say than a list of its pages. */
const starts = defineCollection({
  loader: glob({ base: "content", pattern: "*/index.mdx" }),
  schema: startSchema,
});

const glossary = defineCollection({
  loader: glob({ base: "content/glossary", pattern: "*.md" }),
  schema: termSchema,
});

export const collections = { pages, starts, glossary };
