// npm run schema: writes what the validator knows of the Kubernetes API, from type declarations.
import { writeFileSync } from "node:fs";
import { generate, type Generated } from "./schema/generate.ts";

const root = new URL("../", import.meta.url);

/** The text of src/validate/schema.json: one definition a line, so that a change reads as one. */
export function schemaText({ version, kinds, defs }: Generated): string {
  const lines = Object.entries(defs).map(
    ([name, fields]) => `${JSON.stringify(name)}:${JSON.stringify(fields)}`,
  );
  return `{"version":${JSON.stringify(version)},\n"kinds":${JSON.stringify(kinds)},\n"defs":{\n${lines.join(",\n")}\n}}\n`;
}

if (import.meta.filename === process.argv[1]) {
  const start = performance.now();
  const generated = generate(root);
  const schema = schemaText(generated);
  writeFileSync(new URL("src/validate/schema.json", root), schema);
  console.log(
    `Kubernetes ${generated.version}: ${Object.keys(generated.kinds).length} kinds, ` +
      `${Object.keys(generated.defs).length} definitions; schema ${schema.length} B; ` +
      `${Math.round(performance.now() - start)} ms`,
  );
}
