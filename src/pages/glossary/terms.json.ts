import type { APIRoute } from "astro";
import type { Definition } from "../../glossary/definitions.ts";
import { getTerms } from "../../glossary/terms.ts";

/** The definitions that the popover shows: one file for all, fetched at the first sign of interest. */
export const GET: APIRoute = async () => {
  const terms = await getTerms();
  const definitions = terms.map(({ id, term, page, entry }): [string, Definition] => [
    id,
    { term, text: entry.body?.trim() ?? "", ...(page ? { page } : {}) },
  ]);
  return new Response(JSON.stringify(Object.fromEntries(definitions)), {
    headers: { "content-type": "application/json" },
  });
};
