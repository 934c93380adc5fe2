import { z } from "astro/zod";

/** A short text without line breaks or whitespace at its ends. */
const line = (min: number, max: number) => z.string().trim().min(min).max(max);

const headingId = z.string().regex(/^[a-z0-9-]+$/, "the id of a heading of this page");

/** A section of content/sections.yaml. */
export const sectionSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/, "a folder's name: lowercase letters and hyphens"),
  /** Place among the sections, counted from 1. */
  order: z.int().min(1),
  title: line(2, 30),
  /** One sentence on what the section is for. */
  description: line(20, 160),
  /** Whether its pages are read in order and carry numbers. */
  numbered: z.boolean(),
  /**
   * Whether each of its pages answers a status or message: "In short" then shows what the reader
   * sees, and the page goes straight to the command that finds the cause.
   */
  symptoms: z.boolean().default(false),
});

/** Front matter of the page that a section starts with. */
export const startSchema = z.strictObject({
  title: line(2, 60),
  /** One sentence for search results and link previews. */
  description: line(50, 160).regex(/\.$/, "ends with a full stop"),
  /** The one question that the page answers. */
  question: line(10, 160).regex(/\?$/, "ends with a question mark"),
  /** "In short": what a reader takes away; backticks mark code. */
  short: z.array(line(10, 170)).min(2).max(4),
  /** Other words that readers search by, for the page as a whole. */
  aliases: z.array(line(2, 60)).max(20),
  /** Other words for what one section answers, by the id of its heading. */
  sections: z.record(headingId, z.array(line(2, 60)).min(1).max(20)).default({}),
});

/** Front matter of any other page. */
export const pageSchema = z.strictObject({
  ...startSchema.shape,
  /** Place in the section, counted from 1. */
  order: z.int().min(1),
  /** Statuses and messages, as Kubernetes prints them, that the page answers. */
  errors: z
    .array(
      z.strictObject({
        /** `…` stands for what differs each time: `pull access denied for …`. */
        message: line(3, 120),
        /** Id of the heading that answers it. */
        at: headingId,
        /** Words that give the message another meaning: `EXTERNAL-IP` beside `Pending`. */
        unless: z.array(line(2, 40)).default([]),
      }),
    )
    .default([]),
});

/** Front matter of a term of the glossary. */
export const termSchema = z.strictObject({
  term: line(2, 40),
  /** Other spellings and abbreviations. */
  aliases: z.array(line(1, 40)).default([]),
  /** Id of the page that explains the term at length: `guide/pods`. */
  page: z.string().optional(),
});

/** What content/site.yaml says about the site as a whole. */
export const siteSchema = z.strictObject({
  title: z.string().min(2),
  /** One sentence, for link previews. */
  tagline: z.string().min(10),
  /** What the home page says first, and below it. */
  headline: z.string().min(10),
  lead: z.string().min(40),
  /** Address of the page that says how manifests and commands are proven. */
  proof: z.string().startsWith("/").endsWith("/"),
  /** The minor version of Kubernetes that every page is written for. */
  kubernetes: z.string().regex(/^1\.\d+$/),
});
