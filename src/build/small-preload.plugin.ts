import type { Plugin } from "vite";

/** The module that Vite 8 writes around every dynamic import. */
const HELPER = "\0vite/preload-helper.js";

/** Asks at once for everything that a module imports, so that a slow link answers in one go. */
const SMALL = `const asked = new Set();
export const __vitePreload = (load, files = []) => {
  for (const file of files) {
    if (asked.has(file)) continue;
    asked.add(file);
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = "/" + file;
    document.head.append(link);
  }
  return load();
};`;

/**
 * A Vite plugin that puts a small module in the place of Vite's own preload helper, which also
 * waits for stylesheets and reports errors by events: nothing here uses either, and it is a fifth
 * of the script that every page loads.
 * @returns the plugin; the build fails when Vite no longer asks for its helper by that name
 */
export function smallPreload(): Plugin {
  let seen = false;
  return {
    name: "small-preload",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (id !== HELPER) return undefined;
      seen = true;
      return SMALL;
    },
    buildEnd(error) {
      if (error || seen || this.environment.name !== "client") return;
      this.error(`Vite asks for no ${JSON.stringify(HELPER)}: see src/build/.`);
    },
  };
}
