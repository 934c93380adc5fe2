import { apiVersion, SERVED_KINDS, type ServedKind } from "../kinds.ts";

/** The types of the API, in the notation of src/validate/schema.json. */
export interface CompactSchema {
  /** `apps/v1/Deployment` to the name of its definition. */
  kinds: Readonly<Record<string, string | undefined>>;
  /** Definition to field to type. */
  defs: Readonly<Record<string, Readonly<Record<string, string | undefined>> | undefined>>;
}

/** What definitions and fields mean: definition to field to text; the empty field is the whole. */
export type SchemaTexts = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Schemas of the API by their Kubernetes name, for example `io.k8s.api.apps.v1.Deployment`. */
type OpenapiSchemas = Record<string, Record<string, unknown>>;

/** The types that are a letter. */
const PLAIN: Record<string, Record<string, unknown>> = {
  s: { type: "string" },
  t: { type: "string", format: "date-time" },
  q: { type: "string" },
  x: { type: "string", format: "int-or-string" },
  i: { type: "integer" },
  b: { type: "boolean" },
};

function schemaOf(type: string): Record<string, unknown> {
  if (type.startsWith("[]")) return { type: "array", items: schemaOf(type.slice(2)) };
  if (type.startsWith("{}")) {
    return { type: "object", additionalProperties: schemaOf(type.slice(2)) };
  }
  if (type.startsWith("@")) return { $ref: `#/components/schemas/${type.slice(1)}` };
  if (type.startsWith("e:")) return { type: "string", enum: type.slice(2).split("|") };
  if (type.startsWith("n:")) return { type: "integer" };
  return PLAIN[type] ?? { type: "object" };
}

/** The extension that names the kind of a definition. */
function kindOf(kind: ServedKind | undefined): Record<string, unknown> {
  if (!kind) return {};
  const { group, version, kind: name } = kind;
  return { "x-kubernetes-group-version-kind": [{ group, version, kind: name }] };
}

function definition(
  fields: Readonly<Record<string, string | undefined>>,
  descriptions: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  const properties = Object.entries(fields).map(([field, type = ""]) => {
    const schema = schemaOf(type.replace(/^!/, ""));
    const description = descriptions[field] ?? "";
    // OpenAPI 3.0 ignores what is beside a $ref: everything else goes around it.
    const whole = "$ref" in schema ? { allOf: [schema], default: {} } : schema;
    return [field, { ...whole, description }];
  });
  const required = Object.keys(fields).filter((field) => fields[field]?.startsWith("!"));
  return {
    type: "object",
    description: descriptions[""] ?? "",
    properties: Object.fromEntries(properties) as unknown,
    ...(required.length > 0 ? { required } : {}),
  };
}

/** The site's schema of the Kubernetes API as OpenAPI schemas, which `kubectl explain` reads. */
export function openapiSchemas(
  { kinds, defs }: CompactSchema,
  descriptions: SchemaTexts,
): OpenapiSchemas {
  const served = new Map(
    SERVED_KINDS.map((kind) => [kinds[`${apiVersion(kind)}/${kind.kind}`], kind] as const),
  );
  const schemas = Object.entries(defs).map(([name, fields = {}]) => [
    name,
    { ...definition(fields, descriptions[name]), ...kindOf(served.get(name)) },
  ]);
  return Object.fromEntries(schemas) as OpenapiSchemas;
}
