import { ContentError } from "./content-error.ts";

/** What a writer may say behind a fence's language. */
export interface FenceMeta {
  /** File name or heading shown above the block. */
  title?: string;
  /** Name of a recording in content/transcripts/, shown below the commands. */
  output?: string;
}

const KEYS = ["title", "output"] as const;

/**
 * Reads the words behind a fence's language: `title="Dockerfile" output="base64"`.
 * @param meta the text behind the language; may be empty
 * @param allowed the keys that this kind of block takes
 * @returns the values by key
 * @throws ContentError on line 0, that of the backticks, for an unknown key or anything that is not `key="value"`
 */
export function parseFenceMeta(
  meta: string,
  allowed: readonly (typeof KEYS)[number][] = KEYS,
): FenceMeta {
  const found: FenceMeta = {};
  const rest = meta.replace(/([a-z]+)="([^"]*)"/g, (_all, key: string, value: string) => {
    const known = allowed.find((name) => name === key);
    if (!known) {
      const hint = `this block takes ${allowed.join(" and ")}`;
      throw new ContentError(`unknown "${key}" behind the fence's language`, 0, hint);
    }
    found[known] = value;
    return "";
  });
  if (rest.trim() !== "") {
    const hint = `write ${allowed.map((key) => `${key}="…"`).join(" or ")}`;
    throw new ContentError(`"${rest.trim()}" behind the fence's language`, 0, hint);
  }
  return found;
}
