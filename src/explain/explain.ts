import { explain, type Descriptions } from "../validate/explain.ts";
import { schema } from "../validate/schema.ts";
import type { FieldNote, FieldNotes, Tie } from "./notes.ts";
import { readManifest, type Field, type Manifest } from "./read.ts";
import { findPairs, type FieldPair } from "./field-pairs.ts";

const anyIndex = (path: string) => path.replace(/\[\d+\]/g, "[]");

/** The path of a field's parent. */
function parentOf({ key, value }: Field): string {
  return value.path.slice(0, -key.length).replace(/\.$/, "");
}

/** Whose a name is that the API does not know: the writer's, or that of a resource. */
function ownerOf(holder: string, type: string): string {
  const name = `\`${holder.split(".").at(-1) ?? ""}\``;
  if (type === "map of quantity") return `The name of a resource in ${name}.`;
  return `A key of your own in ${name}.`;
}

/** What the API says of a field: the same wherever it stands. */
function describe(manifest: Manifest, field: Field, descriptions: Descriptions): FieldNote {
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

/**
 * What the API says of fields, by kind and path: manifests mostly have the same fields.
 */
function describing(descriptions: Descriptions) {
  const known = new Map<string, FieldNote>();
  return (manifest: Manifest, field: Field): FieldNote => {
    const { apiVersion, kind } = manifest;
    // A key may contain dots, as those of labels do.
    const place = `${apiVersion} ${kind} ${anyIndex(field.value.path)} ${field.key}`;
    const note = known.get(place) ?? describe(manifest, field, descriptions);
    known.set(place, note);
    return note;
  };
}

const list = new Intl.ListFormat("en-GB");

/** One end of a pair, seen from the field there. */
interface End {
  say: string;
  there: FieldPair["ends"][number];
}

/** Ends of pairs by the field that they are said of. */
function byField(pairs: readonly FieldPair[]): Map<string, End[]> {
  const ends = new Map<string, End[]>();
  for (const { ends: both, say } of pairs) {
    for (const side of [0, 1] as const) {
      const { manifest, path } = both[side];
      const key = `${manifest.file} ${path}`;
      const end = { say: say[side], there: both[side === 0 ? 1 : 0] };
      const found = ends.get(key);
      if (found) found.push(end);
      else ends.set(key, [end]);
    }
  }
  return ends;
}

/** What is said of a field that has to agree with others; the same said of several is one. */
function tiesOf(file: string, ends: readonly End[]): Tie[] {
  const found = new Map<
    string,
    { say: string; path: string; files: Set<string>; to: Set<string> }
  >();
  for (const { say, there } of ends) {
    const path = anyIndex(there.path);
    const key = `${say} ${path}`;
    const tie = found.get(key) ?? { say, path, files: new Set(), to: new Set() };
    const other = there.manifest.file;
    tie.to.add(`${other}#${there.manifest.fields.get(there.path)?.id ?? ""}`);
    if (other !== file) tie.files.add(other);
    found.set(key, tie);
  }
  return [...found.values()].map(({ say, path, files, to }) => {
    const where = files.size > 0 ? ` of ${list.format(files)}` : "";
    return { say: say.replace("{}", `\`${path}\`${where}`), to: [...to] };
  });
}

/**
 * Writes down what can be said of every field of some manifests.
 * @param sources file name to text; together they are the set in which names are looked up
 * @param descriptions the API's texts
 * @returns file name to its notes
 * @throws Error for a field that its kind does not have, naming the file
 */
export function explainManifests(
  sources: ReadonlyMap<string, string>,
  descriptions: Descriptions,
): Map<string, FieldNotes> {
  const manifests = Array.from(sources, ([file, source]) => readManifest(file, source));
  const ends = byField(findPairs(manifests));
  const noteOf = describing(descriptions);
  const notes = manifests.map((manifest): [string, FieldNotes] => {
    // A list of files for kubectl: no kind of the API, which has no text about it.
    if (manifest.kind === "Kustomization") {
      return [manifest.file, { version: schema.version, fields: {} }];
    }
    const fields = Array.from(manifest.fields, ([path, field]): [string, FieldNote] => {
      const ties = tiesOf(manifest.file, ends.get(`${manifest.file} ${path}`) ?? []);
      const note = noteOf(manifest, field);
      return [field.id, ties.length > 0 ? { ...note, ties } : note];
    });
    return [manifest.file, { version: schema.version, fields: Object.fromEntries(fields) }];
  });
  return new Map(notes);
}
