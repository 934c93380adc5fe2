import Term from "../glossary/Term.astro";
import Aside from "./Aside.astro";
import Choice from "./Choice.astro";
import Choices from "./Choices.astro";
import Commands from "./Commands.astro";
import Heading2 from "./Heading2.astro";
import type { NameOn } from "./registry.ts";
import Table from "./Table.astro";

/**
 * What the MDX of the page that starts a section is rendered with: a list of its own, since a
 * page loads the styles of every component in its list.
 */
export const startComponents = {
  h2: Heading2,
  table: Table,
  Aside,
  Choice,
  Choices,
  Commands,
  Term,
} satisfies Record<NameOn<"starts"> | "h2" | "table", unknown>;
