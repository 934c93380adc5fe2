import { existsSync, readFileSync } from "node:fs";
import { KINDS, apiVersion } from "../kinds.ts";
import type { Schemas } from "./openapi.ts";

/** The notation of src/validate/schema.json. */
interface Compact {
  kinds: Record<string, string>;
  defs: Record<string, Record<string, string>>;
}

type Descriptions = Record<string, Record<string, string> | undefined>;

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

/**
 * Turns the site's schema of the Kubernetes API into OpenAPI schemas, as `kubectl explain` reads.
 * @param compact the types
 * @param descriptions what definitions and fields mean
 * @returns the schemas by name
 */
export function openapiSchemas(compact: Compact, descriptions: Descriptions): Schemas {
  const served = new Map(
    KINDS.map((kind) => [compact.kinds[`${apiVersion(kind)}/${kind.kind}`], kind] as const),
  );
  const schemas = Object.entries(compact.defs).map(([name, fields]) => {
    const kind = served.get(name);
    const properties = Object.entries(fields).map(([field, type]) => {
      const schema = schemaOf(type.replace(/^!/, ""));
      const description = descriptions[name]?.[field] ?? "";
      // A $ref stands alone in OpenAPI 3.0: what else is said goes around it.
      const whole = "$ref" in schema ? { allOf: [schema], default: {} } : schema;
      return [field, { ...whole, description }];
    });
    const required = Object.entries(fields).filter(([, type]) => type.startsWith("!"));
    return [
      name,
      {
        type: "object",
        description: descriptions[name]?.[""] ?? "",
        properties: Object.fromEntries(properties) as unknown,
        ...(required.length > 0 ? { required: required.map(([field]) => field) } : {}),
        ...(kind
          ? {
              "x-kubernetes-group-version-kind": [
                { group: kind.group, version: kind.version, kind: kind.kind },
              ],
            }
          : {}),
      },
    ];
  });
  return Object.fromEntries(schemas) as Schemas;
}

/**
 * Reads the schemas that `npm run schema` writes.
 * @returns the OpenAPI schemas; undefined when they have not been generated
 */
export function readSchemas(): Schemas | undefined {
  const types = new URL("../../validate/schema.json", import.meta.url);
  const texts = new URL("../../../.generated/descriptions.json", import.meta.url);
  if (!existsSync(types) || !existsSync(texts)) return undefined;
  return openapiSchemas(
    JSON.parse(readFileSync(types, "utf8")) as Compact,
    JSON.parse(readFileSync(texts, "utf8")) as Descriptions,
  );
}
