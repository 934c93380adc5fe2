import { createHash } from "node:crypto";

/** Computed before: many pages have the same scripts and styles. */
const known = new Map<string, string>();

/** The hash of an inline script or style, as a content security policy has it after `sha256-`. */
export function hashOf(text: string): string {
  const hash = known.get(text) ?? createHash("sha256").update(text).digest("base64");
  known.set(text, hash);
  return hash;
}
