const modules = import.meta.glob<string>("/content/manifests/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every manifest of content/manifests/: file name to text, byte for byte. */
export const manifests: ReadonlyMap<string, string> = new Map(
  Object.entries(modules).map(([path, text]) => [path.slice(path.lastIndexOf("/") + 1), text]),
);

/**
 * The text of a manifest.
 * @param file its name in content/manifests/
 * @param from who asks for it, as `file:line`
 * @throws Error naming the manifests that exist
 */
export function getManifest(file: string, from: string): string {
  const text = manifests.get(file);
  if (text === undefined) {
    const known = [...manifests.keys()].join(", ");
    throw new Error(`${from} no manifest "${file}"\n  Hint: content/manifests/ has ${known}.`);
  }
  return text;
}
