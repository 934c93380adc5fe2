import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Content } from "./corpus.ts";
import { starlightFiles } from "./starlight-pages.ts";

/** The repository's root. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The rival's version; its Astro is the one that this site is built with. */
export const STARLIGHT = "0.42.4";

/** What a build of this site needs, besides its packages and `content/`. */
const SOURCES = [
  "src",
  "public",
  "scripts",
  "tools/kubectl/version.json",
  "astro.config.mjs",
  "package.json",
  "tsconfig.json",
];

/** Reads the guide's own content. */
export function readContent(): Map<string, string> {
  const cwd = join(ROOT, "content");
  const files = globSync("**/*.*", { cwd }).sort();
  return new Map(files.map((file) => [file, readFileSync(join(cwd, file), "utf8")]));
}

function writeFiles(root: string, files: Content): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Links each package of its own, so that the caches that builds keep beside them stay apart. */
function linkPackages(from: string, to: string): void {
  mkdirSync(join(to, "node_modules"), { recursive: true });
  for (const name of readdirSync(join(from, "node_modules"))) {
    if (name.startsWith(".") && name !== ".bin") continue;
    symlinkSync(join(from, "node_modules", name), join(to, "node_modules", name));
  }
}

/**
 * Writes this site with other content into a folder.
 * @param folder is emptied before
 * @param content the files of its `content/`
 */
export function writeSite(folder: string, content: Content): void {
  rmSync(folder, { recursive: true, force: true });
  for (const source of SOURCES) {
    cpSync(join(ROOT, source), join(folder, source), { recursive: true });
  }
  writeFiles(join(folder, "content"), content);
  linkPackages(ROOT, folder);
}

/**
 * Installs Starlight where it is not yet.
 * @param cache a folder that later runs find again
 * @returns the folder that has its `node_modules`
 * @throws Error when npm fails
 */
export function installStarlight(cache: string): string {
  const root = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    dependencies: { astro: string };
  };
  const { astro } = root.dependencies;
  const folder = join(cache, `starlight-${STARLIGHT}-astro-${astro}`);
  if (existsSync(join(folder, ".installed"))) return folder;
  mkdirSync(folder, { recursive: true });
  const dependencies = { "@astrojs/starlight": STARLIGHT, astro };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  const npm = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: "inherit",
  });
  if (npm.status !== 0) {
    throw new Error(
      `Cannot install Starlight ${STARLIGHT} in ${folder}\n  Hint: run npm install there.`,
    );
  }
  writeFileSync(join(folder, ".installed"), "");
  return folder;
}

const CONFIG = `import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({ integrations: [starlight({ title: "Kubernetes" })] });
`;

const COLLECTIONS = `import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/**
 * Writes a default Starlight with the same text into a folder.
 * @param folder is emptied before
 * @param installed where Starlight is installed
 * @param content the files of this site's `content/`
 */
export function writeStarlight(folder: string, installed: string, content: Content): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFiles(folder, starlightFiles(content));
  writeFileSync(join(folder, "astro.config.mjs"), CONFIG);
  writeFileSync(join(folder, "src/content.config.ts"), COLLECTIONS);
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as object;
  const scripts = { build: "astro build" };
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ ...manifest, type: "module", scripts }),
  );
  linkPackages(installed, folder);
}
