import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
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

// One module with all pages of content/: to load a thousand takes seconds.
const allPages = { name: "content", test: /\/content\/[^/]+\/[^/]+\.mdx$/ };

// Without defineConfig, since astro/config loads SVGO and all else that a config may need.
/** @type {import("astro").AstroUserConfig} */
export default {
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
    environments: {
      // What reads content/ for the build: Astro's modules are loaded already, and would be compiled
      // a second time.
      astro: {
        resolve: {
          external: ["astro/content/config", "astro/errors", "astro/loaders", "astro/zod"],
        },
      },
      prerender: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [allPages] } } } },
      },
      client: { build: { rolldownOptions: { output: shortNames } } },
    },
  },
};
