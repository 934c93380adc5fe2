import { explain, type Descriptions } from "../validate/explain.ts";
import { schema } from "../validate/schema.ts";
import type { FieldNote, FieldNotes, Tie } from "./notes.ts";
import { readManifest, type Field, type Manifest } from "./read.ts";
import { findPairs, type Pair } from "./ties.ts";

const anyIndex = (path: string) => path.replace(/\[\d+\]/g, "[]");

/** The path of the field that holds another. */
function parentOf({ key, value }: Field): string {
  return value.path.slice(0, -key.length).replace(/\.$/, "");
}

/** Whose a name is that the API does not know: the writer's, or that of a resource. */
function ownerOf(holder: string, type: string): string {
  const name = `\`${holder.split(".").at(-1) ?? ""}\``;
  if (type === "map of quantity") return `The name of a resource in ${name}.`;
  return `A key of your own in ${name}.`;
}

function noteOf(manifest: Manifest, field: Field, descriptions: Descriptions): FieldNote {
  const { apiVersion, kind, file } = manifest;
  const holder = parentOf(field);
  const above = holder ? explain(descriptions, apiVersion, kind, holder) : undefined;
  const inMap = above?.type.startsWith("map of ") ?? false;
  const found = inMap ? above : explain(descriptions, apiVersion, kind, field.value.path);
  if (!found) {
    throw new Error(`content/manifests/${file} ${kind} ${apiVersion} has no ${field.value.path}`);
  }
  return {
    key: field.key,
    path: anyIndex(field.value.path),
    type: inMap ? found.type.replace("map of ", "") : found.type,
    // The declarations leave the name out, since the server can make one up; its text does not.
    required: !inMap && (found.required || /^metadata(\.name)?$/.test(field.value.path)),
    ...(inMap ? { own: ownerOf(holder, found.type) } : {}),
    text: found.description,
    command: `kubectl explain ${found.explainPath}`,
  };
}

const list = new Intl.ListFormat("en-GB");

/** What is said at one end of the pairs that it takes part in; the same said of several is one. */
function tiesOf(file: string, path: string, pairs: readonly Pair[]): Tie[] {
  const found = new Map<string, { say: string; path: string; files: string[]; to: string[] }>();
  for (const { ends, say } of pairs) {
    for (const side of [0, 1] as const) {
      const here = ends[side];
      const there = ends[side === 0 ? 1 : 0];
      if (here.manifest.file !== file || here.path !== path) continue;
      const to = anyIndex(there.path);
      const key = `${say[side]} ${to}`;
      const tie = found.get(key) ?? { say: say[side], path: to, files: [], to: [] };
      const place = `${there.manifest.file}#${there.manifest.fields.get(there.path)?.id ?? ""}`;
      if (!tie.to.includes(place)) tie.to.push(place);
      const other = there.manifest.file;
      if (other !== file && !tie.files.includes(other)) tie.files.push(other);
      found.set(key, tie);
    }
  }
  return [...found.values()].map(({ say, path: there, files, to }) => {
    const where = files.length > 0 ? ` of ${list.format(files)}` : "";
    return { say: say.replace("{}", `\`${there}\`${where}`), to };
  });
}

/**
 * Writes down what can be said of every field of some manifests.
 * @param sources file name to text; together they are the set in which names are looked up
 * @param descriptions the API's texts, .generated/descriptions.json
 * @returns file name to its notes
 * @throws Error for a field that its kind does not have, naming the file
 */
export function explainManifests(
  sources: ReadonlyMap<string, string>,
  descriptions: Descriptions,
): Map<string, FieldNotes> {
  const manifests = Array.from(sources, ([file, source]) => readManifest(file, source));
  const pairs = findPairs(manifests);
  const notes = manifests.map((manifest): [string, FieldNotes] => {
    const fields = Array.from(manifest.fields, ([path, field]): [string, FieldNote] => {
      const ties = tiesOf(manifest.file, path, pairs);
      const note = noteOf(manifest, field, descriptions);
      return [field.id, ties.length > 0 ? { ...note, ties } : note];
    });
    return [manifest.file, { version: schema.version, fields: Object.fromEntries(fields) }];
  });
  return new Map(notes);
}
