import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { tellLostParts } from "../../src/search/build/lost-parts.ts";
import { useNativeGunzip } from "../../src/search/build/native-gunzip.ts";

/** A script of the form of Pagefind's, whose own decoder says that it was used. */
const SCRIPT = `return new (class {
  decoder = new TextDecoder();
  async load(packed) { return this.decoder.decode(this.decompress(packed)); }
  decompress(data,file="unknown file"){ return new TextEncoder().encode("in script"); }
})()`;

interface Loader {
  load(packed: Uint8Array): Promise<string>;
}

function run(source: string): Loader {
  // The script is text to the build, so the test has to run text too.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const load = new Function(source) as () => Loader;
  return load();
}

it("unpacks with the platform's gzip", async () => {
  const loader = run(useNativeGunzip(SCRIPT));
  await expect(loader.load(gzipSync("pagefind_dcdplaces"))).resolves.toBe("places");
});

it("falls back to the script's own way", async () => {
  const loader = run(useNativeGunzip(SCRIPT));
  for (const data of ["not packed", "pagefind_dcdplain"]) {
    await expect(loader.load(Buffer.from(data))).resolves.toBe("in script");
  }
  await expect(loader.load(gzipSync("something else"))).resolves.toBe("in script");
});

it("refuses a script that it does not know", () => {
  expect(() => useNativeGunzip("class{unpack(){}}")).toThrow("Hint:");
  expect(() => useNativeGunzip(`${SCRIPT}${SCRIPT}`)).toThrow("unknown way");
});

it("hands on that a part of the index was lost", () => {
  const script = 'load(()=>get(url,"load_index_chunk")).catch(()=>{});';
  expect(tellLostParts(script)).toBe('load(()=>get(url,"load_index_chunk"));');
  expect(() => tellLostParts("load()")).toThrow("Hint:");
});
