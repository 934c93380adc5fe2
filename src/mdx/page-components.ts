import Figure from "../diagrams/Figure.astro";
import Term from "../glossary/Term.astro";
import Unproven from "../proof/Unproven.astro";
import Aside from "./Aside.astro";
import Commands from "./Commands.astro";
import FileSample from "./FileSample.astro";
import Heading2 from "./Heading2.astro";
import Manifest from "./Manifest.astro";
import Question from "./Question.astro";
import type { NameOn } from "./registry.ts";
import Steps from "./Steps.astro";
import Table from "./Table.astro";

/** What the MDX of a page is rendered with; the page that starts a section has its own list. */
export const pageComponents = {
  h2: Heading2,
  table: Table,
  Aside,
  Commands,
  Figure,
  FileSample,
  Manifest,
  Question,
  Steps,
  Term,
  Unproven,
} satisfies Record<NameOn<"pages"> | "h2" | "table", unknown>;
