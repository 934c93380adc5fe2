import { z } from "astro/zod";
import { parse } from "yaml";
import text from "../../content/site.yaml?raw";

const schema = z.strictObject({
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

/** What content/site.yaml says about the site as a whole. */
export const site = schema.parse(parse(text));
