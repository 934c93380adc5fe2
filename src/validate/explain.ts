import { locate, schema } from "./schema.ts";
import { typeInWords } from "./values/scalar.ts";

/** Definition to field to what it means; the definition's own text is under "". */
export type Descriptions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is known about a field. */
export interface Explanation {
  /** In words: `list of Container`, `whole number`, `Always | Never`. */
  type: string;
  required: boolean;
  /** The API's own text, in Markdown. */
  description: string;
  /** As `kubectl explain` takes it: `deployment.spec.template.spec.containers.resources`. */
  explainPath: string;
}

/** A definition that has the standard texts of apiVersion and kind. */
const standard = "StatefulSetSpec.volumeClaimTemplates";

/**
 * Looks a field up.
 * @param descriptions the API's texts
 * @param apiVersion such as apps/v1
 * @param kind such as Deployment
 * @param path such as `spec.template.spec.containers[].resources`; the brackets may contain indexes
 * @returns what is known about the field; undefined when the kind has no such field
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
