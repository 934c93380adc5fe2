import { defineCollection } from "astro:content";
import { file, glob } from "astro/loaders";
import { z } from "astro/zod";

/** A short text without line breaks or blanks at its ends. */
const line = (min: number, max: number) => z.string().trim().min(min).max(max);

const sections = defineCollection({
  loader: file("content/sections.yaml"),
  schema: z.strictObject({
    id: z.string().regex(/^[a-z-]+$/, "a folder's name: lower case and hyphens"),
    /** Place among the sections, counted from 1. */
    order: z.int().min(1),
    title: line(2, 30),
    /** One sentence on what the section is for. */
    description: line(20, 160),
    /** Whether its pages are read in order and carry numbers. */
    numbered: z.boolean(),
    /**
     * Whether each of its pages answers a status or message: "In short" then shows what the reader
     * sees, and the page goes straight to the command that tells the cause.
     */
    symptoms: z.boolean().default(false),
  }),
});

/** What every page says of itself. */
const about = {
  title: line(2, 60),
  /** One sentence for search results and link previews. */
  description: line(50, 160).regex(/\.$/, "ends with a full stop"),
  /** The one question that the page answers. */
  question: line(10, 160).regex(/\?$/, "ends with a question mark"),
  /** "In short": what a reader takes away; backticks mark code. */
  short: z.array(line(10, 170)).min(2).max(4),
  /** Other words that readers search by. */
  aliases: z.array(line(2, 60)).max(20),
};

const pages = defineCollection({
  loader: glob({ base: "content", pattern: "*/!(index).mdx" }),
  schema: z.strictObject({
    ...about,
    /** Place in the section, counted from 1. */
    order: z.int().min(1),
    /** Statuses and messages, as Kubernetes prints them, that the page answers. */
    errors: z
      .array(
        z.strictObject({
          message: line(3, 120),
          /** Fragment identifier of the heading that answers it. */
          at: z.string().regex(/^[a-z0-9-]+$/, "the id of a heading of this page"),
        }),
      )
      .default([]),
  }),
});

/** The page that a section starts with, where it has more to say than a list of its pages. */
const starts = defineCollection({
  loader: glob({ base: "content", pattern: "*/index.mdx" }),
  schema: z.strictObject(about),
});

const glossary = defineCollection({
  loader: glob({ base: "content/glossary", pattern: "*.md" }),
  schema: z.strictObject({
    term: line(2, 40),
    /** Other spellings and abbreviations. */
    aliases: z.array(line(1, 40)).default([]),
    /** Id of the page that explains the term at length: `guide/pods`. */
    page: z.string().optional(),
  }),
});

export const collections = { sections, pages, starts, glossary };
