// npm run size: what the validator weighs when a browser loads it.
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";

/** Sizes in bytes, of the minified bundle and of its parts. */
export interface ValidatorSize {
  /** Validator, YAML parser and schema, minified, as brotli sends it. */
  brotli: number;
  minified: number;
  /** The bundle's code. */
  code: string;
}

/** Bundles the validator for a browser, as the site's build does, and weighs it. */
export async function validatorSize(): Promise<ValidatorSize> {
  const result = await build({
    root: fileURLToPath(new URL("..", import.meta.url)),
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
  if (output?.type !== "chunk") throw new Error("vite made no bundle");
  const { code } = output;
  return { brotli: brotliCompressSync(code).length, minified: code.length, code };
}

if (import.meta.filename === process.argv[1]) {
  const { brotli, minified } = await validatorSize();
  console.log(`validator: ${brotli} B brotli, ${minified} B minified`);
}
