import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readContent, writeSite } from "../../tools/bench/projects.ts";
import { runBuild } from "../../tools/bench/run-build.ts";

const root = mkdtempSync(join(tmpdir(), "reproducible-"));
// Paths of other lengths, so that one that gets into a file or a hash shows.
const folders = [join(root, "a"), join(root, "another/place")];

/** All files of a folder: path to content. */
function filesIn(folder: string): Map<string, Buffer> {
  const paths = globSync("**/*", { cwd: folder }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path))]));
}

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

it("builds the same bytes in two folders", { timeout: 180_000 }, async () => {
  const content = readContent();
  for (const folder of folders) {
    writeSite(folder, content);
    await runBuild(folder);
  }
  const [one, two] = folders.map((folder) => filesIn(join(folder, "dist")));
  expect(one?.size).toBeGreaterThan(content.size / 2);
  expect([...(two?.keys() ?? [])]).toEqual([...(one?.keys() ?? [])]);
  const different = [...(one ?? [])].filter(([path, bytes]) => !two?.get(path)?.equals(bytes));
  expect(different.map(([path]) => path)).toEqual([]);
});
