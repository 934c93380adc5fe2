import { locate, schema } from "./schema.ts";
import { typeInWords } from "./values.ts";

/** Definition to field to what it means; a definition's own text stands under "". */
export type Descriptions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a reader wants to know of a field. */
export interface Explanation {
  /** In words: `list of Container`, `whole number`, `Always | Never`. */
  type: string;
  required: boolean;
  /** The API's own text, in Markdown. */
  description: string;
  /** As `kubectl explain` takes it: `deployment.spec.template.spec.containers.resources`. */
  explainPath: string;
}

/** A definition that holds the standard texts of apiVersion and kind. */
const standard = "StatefulSetSpec.volumeClaimTemplates";

/**
 * Looks a field up.
 * @param descriptions .generated/descriptions.json, or the part of it that is needed
 * @param apiVersion such as apps/v1
 * @param kind such as Deployment
 * @param path such as `spec.template.spec.containers[].resources`; indexes may stand in the brackets
 * @returns what is known of the field; undefined when the kind has no such field
 */
export function explain(
  descriptions: Descriptions,
  apiVersion: string,
  kind: string,
  path: string,
): Explanation | undefined {
  const definition = schema.kinds[`${apiVersion}/${kind}`];
  const place = definition === undefined ? undefined : locate(definition, path);
  if (!place || "missing" in place) return undefined;
  const { owner, field, type, required, explain: steps } = place;
  const inner = type.replace(/^(\[\]|\{\})*@?/, "");
  const description =
    descriptions[owner]?.[field] ??
    (type.includes("@") ? descriptions[inner]?.[""] : descriptions[standard]?.[field]) ??
    "";
  const explainPath = [kind.toLowerCase(), ...steps].join(".");
  return { type: typeInWords(type), required, description, explainPath };
}

/**
 * The part of the descriptions that some fields need, so that a page carries no more.
 * @param wanted apiVersion, kind and path of each field
 */
export function pickDescriptions(
  descriptions: Descriptions,
  wanted: Iterable<{ apiVersion: string; kind: string; path: string }>,
): Record<string, Explanation> {
  const picked: Record<string, Explanation> = {};
  for (const { apiVersion, kind, path } of wanted) {
    const found = explain(descriptions, apiVersion, kind, path);
    if (found) picked[found.explainPath] = found;
  }
  return picked;
}
