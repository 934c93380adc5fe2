import { existsSync, readFileSync } from "node:fs";
import type { CompactSchema, Descriptions } from "../../src/cluster/api/openapi-schemas.ts";

function read(path: string): unknown {
  const file = new URL(`../../${path}`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** The types of the Kubernetes API. */
export function readSchema(): CompactSchema {
  return read("src/validate/schema.json") as CompactSchema;
}

/** The meaning of types and fields; undefined before `npm run schema` has written it. */
export function readDescriptions(): Descriptions | undefined {
  return read(".generated/descriptions.json") as Descriptions | undefined;
}
