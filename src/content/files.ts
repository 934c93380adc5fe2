import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every build, test and tool runs in the repository's root; the built code is elsewhere. */
const ROOT = join(process.cwd(), "content");

/**
 * Reads a file of content/.
 * @param path from there, such as `guide/pods.mdx`
 */
export const readContent = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Whether content/ has a file; its path is as for readContent. */
export const hasContent = (path: string): boolean => existsSync(join(ROOT, path));

/**
 * Lists files of content/.
 * @param folder a folder of content/, or `*` for every one
 * @param ending what their names end in, such as `.yaml`
 * @returns their paths from content/, sorted, with `/` between the parts
 */
export function listContent(folder: string, ending: string): string[] {
  const folders =
    folder === "*"
      ? readdirSync(ROOT, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name)
      : [folder];
  return folders
    .flatMap((name) => readdirSync(join(ROOT, name)).map((file) => `${name}/${file}`))
    .filter((path) => path.endsWith(ending))
    .sort();
}

/**
 * Reads the files of a folder of content/.
 * @returns each file's text by its name, in alphabetical order
 */
export function readFolder(folder: string, ending: string): Map<string, string> {
  return new Map(
    listContent(folder, ending).map((path) => [path.slice(folder.length + 1), readContent(path)]),
  );
}
