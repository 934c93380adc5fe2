// Writes a brotli copy beside each text of dist/, as servers hand it out that compress beforehand.
import { readFileSync, globSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const files = globSync("**/*.{html,js,json,svg,txt,yaml}", { cwd: dist });
for (const file of files) {
  const text = readFileSync(new URL(file, dist));
  writeFileSync(new URL(`${file}.br`, dist), brotliCompressSync(text));
}
console.log(`${files.length} files compressed`);
