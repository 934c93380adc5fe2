import { ContentError } from "./content-error.ts";

/** What a writer may say after a fence's language. */
export interface FenceMeta {
  /** File name or heading shown above the block. */
  title?: string;
  /** Name of a recording in content/transcripts/, shown below the commands. */
  output?: string;
}

const KEYS = ["title", "output"] as const;

/**
 * Reads what follows a fence's language: `title="Dockerfile" output="base64"`.
 * @param meta the text after the language; may be empty
 * @param allowed the keys that this kind of block takes
 * @throws ContentError on line 0, that of the backticks, for anything but `key="value"` with a known key
 */
export function parseFenceMeta(
  meta: string,
  allowed: readonly (typeof KEYS)[number][] = KEYS,
): FenceMeta {
  const found: FenceMeta = {};
  const rest = meta.replace(/([A-Za-z]+)="([^"]*)"/g, (_all, key: string, value: string) => {
    const known = allowed.find((name) => name === key);
    if (!known) {
      const hint = `this block takes ${allowed.join(" and ")}`;
      throw new ContentError(`unknown "${key}" after the fence's language`, 0, hint);
    }
    found[known] = value;
    return "";
  });
  if (rest.trim() !== "") {
    const hint = `write ${allowed.map((key) => `${key}="…"`).join(" or ")}`;
    throw new ContentError(`"${rest.trim()}" after the fence's language`, 0, hint);
  }
  return found;
}
