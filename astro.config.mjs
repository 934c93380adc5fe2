import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { codeBlocks } from "./src/mdx/blocks.plugin.ts";
import { numberedHeadings } from "./src/mdx/headings.plugin.ts";
import { untranslatedCode } from "./src/mdx/untranslated.plugin.ts";
import { finishBuild } from "./src/build/finish.ts";
import { smallPreload } from "./src/build/small-preload.plugin.ts";
import { inlineScript } from "./src/theme/inline.ts";

// The one inline script: it sets the theme before the first paint. See src/theme/boot.js.
const boot = inlineScript(readFileSync(new URL("./src/theme/boot.js", import.meta.url), "utf8"));

// Every page says the name of its script, and the script those of all that it may load.
const shortNames = {
  entryFileNames: "_astro/page.[hash:6].js",
  chunkFileNames: (/** @type {{ name: string }} */ { name }) =>
    `_astro/${name.replace(".client", "")}.[hash:6].js`,
};

export default defineConfig({
  trailingSlash: "always",
  // A stylesheet of its own would cost a round trip before the first paint.
  build: { inlineStylesheets: "always" },
  integrations: [mdx(), finishBuild()],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      // Smart punctuation would turn `--previous` into an en dash.
      features: { smartPunctuation: false },
      mdastPlugins: [codeBlocks],
      hastPlugins: [numberedHeadings, untranslatedCode],
    }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: {
        // Search runs WebAssembly.
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: [`sha256-${createHash("sha256").update(boot).digest("base64")}`],
      },
    },
  },
  vite: {
    plugins: [smallPreload()],
    build: { assetsInlineLimit: 0, modulePreload: false },
    environments: { client: { build: { rolldownOptions: { output: shortNames } } } },
  },
});
