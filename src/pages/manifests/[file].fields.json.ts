import type { APIRoute, GetStaticPaths } from "astro";
import { manifests } from "../../content/manifests.ts";
import { readDescriptions } from "../../explain/descriptions.ts";
import { explainManifests } from "../../explain/explain.ts";
import type { FieldNotes } from "../../explain/notes.ts";

/** What the reading aid says of a manifest's fields, beside the manifest: one file for each. */
export const getStaticPaths = (() =>
  Array.from(explainManifests(manifests, readDescriptions(process.cwd())), ([file, notes]) => ({
    params: { file: file.replace(/\.yaml$/, "") },
    props: { notes },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ notes: FieldNotes }> = ({ props }) =>
  new Response(JSON.stringify(props.notes), { headers: { "content-type": "application/json" } });
