import { gunzipSync } from "node:zlib";

/** A file of the full-text index. */
interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** What Pagefind writes in front of each file's content. */
const MAGIC = "pagefind_dcd";

/**
 * Reads out of a full-text index which name it has for each place.
 * @param files the files that Pagefind 1.6.0 built
 * @returns the names, such as `en_0406a69`, by the address that the place was added with
 * @throws Error when a file is not of the expected form
 */
export function fragmentIds(files: readonly IndexFile[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (name === undefined) continue;
    const text = gunzipSync(content).toString("utf8");
    if (!text.startsWith(MAGIC)) {
      throw new Error(
        `${path} is not of the expected form\n` +
          "  Hint: compare src/search/build/fragments.ts with the new version of Pagefind.",
      );
    }
    const parsed = JSON.parse(text.slice(MAGIC.length)) as { url?: string };
    const found = typeof parsed.url === "string" ? { [name]: parsed } : parsed;
    for (const [id, { url }] of Object.entries(found as Record<string, { url: string }>)) {
      ids.set(url, id);
    }
  }
  return ids;
}
