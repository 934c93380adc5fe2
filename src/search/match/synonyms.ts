import synonyms from "../../../content/synonyms.json" with { type: "json" };
import { baseForm } from "./words.ts";

/** Words of the site, in their base form, by each word that readers use for them. */
const SITE_WORDS = new Map<string, Set<string>>();
for (const [word, others] of Object.entries(synonyms)) {
  for (const other of others.map(baseForm)) {
    SITE_WORDS.set(other, (SITE_WORDS.get(other) ?? new Set()).add(baseForm(word)));
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The site's words for a word of a reader, both in their base form; see content/synonyms.json. */
export const siteWordsFor = (base: string): ReadonlySet<string> => SITE_WORDS.get(base) ?? NONE;
