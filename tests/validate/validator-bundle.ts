import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";

/** What a browser loads to validate a manifest: validator, YAML parser and schema, minified. */
interface ValidatorBundle {
  code: string;
  /** In bytes. */
  brotli: number;
}

/** Bundles the validator for a browser, as the site's build does. */
export async function bundleValidator(): Promise<ValidatorBundle> {
  const result = await build({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2023",
      minify: true,
      rolldownOptions: {
        input: "src/validate/index.ts",
        preserveEntrySignatures: "strict",
        output: { format: "es" },
      },
    },
  });
  const output = "output" in result ? result.output[0] : undefined;
  if (output?.type !== "chunk") throw new Error("Vite wrote no bundle.");
  return { code: output.code, brotli: brotliCompressSync(output.code).length };
}
