import { ContentError } from "./content-error.ts";
import { readFolder } from "./files.ts";

/** Every manifest of content/manifests/: file name to text, byte for byte. */
export const manifests: ReadonlyMap<string, string> = readFolder("manifests", ".yaml");

/** Whether a manifest is no object of the API but a list of files that kubectl reads. */
export const isKustomization = (text: string): boolean => /^kind: Kustomization$/m.test(text);

/**
 * The text of a manifest.
 * @param file its name in content/manifests/
 * @param from who asks for it, as `file:line`
 * @throws ContentError naming the manifests that exist
 */
export function getManifest(file: string, from: string): string {
  const text = manifests.get(file);
  if (text !== undefined) return text;
  const known = [...manifests.keys()].join(", ");
  throw new ContentError(`no manifest "${file}"`, from, `content/manifests/ has ${known}`);
}
