import { readFileSync } from "node:fs";
import type { CompactSchema } from "../../src/cluster/api/openapi-schemas.ts";

/** The types of the Kubernetes API. */
export function readSchema(): CompactSchema {
  const file = new URL("../../src/validate/schema.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as CompactSchema;
}
