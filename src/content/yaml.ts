import type { z } from "astro/zod";
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Node, type YAMLMap } from "yaml";
import { ContentError } from "./content-error.ts";

/** The key of a map with a name. */
const keyOf = ({ items }: YAMLMap, name: string): Node | undefined =>
  items.map(({ key }) => key).find((key) => isScalar(key) && key.value === name) as
    Node | undefined;

/**
 * Parses a YAML text and checks it against a schema.
 * @param text the YAML
 * @param schema what it must be
 * @param file the file that contains it, from the repository's root
 * @param offset lines of the file above the text
 * @throws ContentError for the first mistake, with its line
 */
export function parseYaml<T>(text: string, schema: z.ZodType<T>, file: string, offset = 0): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (index: number) => `${file}:${lines.linePos(index).line + offset}`;
  const [error] = document.errors;
  if (error) {
    const [message = ""] = error.message.split("\n");
    throw new ContentError(`is not valid YAML: ${message}`, at(error.pos[0]), "correct the syntax");
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  // A field that is missing has no position of its own: that of the value around it is given.
  const around = [path, path.slice(0, -1)].map((keys) => document.getIn(keys, true)).find(isNode);
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const node = isMap(around) && unknown !== undefined ? keyOf(around, unknown) : around;
  const what = `${path.join(".") || "the file"}: ${issue?.message ?? "invalid"}`;
  const hint = "src/content/schemas.ts says what each field must be";
  throw new ContentError(what, at(node?.range?.[0] ?? 0), hint);
}
