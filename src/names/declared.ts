import names from "../../content/names.json" with { type: "json" };
import type { Rule } from "./rules.ts";

/** A name that the reader may fill in: `<pod-name>` in a command. */
export interface Name {
  /** What it is the name of, as the field is called. */
  label: string;
  /** A value that is right. */
  example: string;
  rule: Rule;
  /** Where the reader finds it, or what it does: a sentence. */
  note: string;
}

/** What content/names.json declares, by the word between the brackets, in the panel's order. */
export const NAMES: ReadonlyMap<string, Name> = new Map(
  Object.entries(names as Record<string, Name>),
);

/** The name that adds `-n` to commands. */
export const NAMESPACE = "namespace";
