import type { Plugin } from "vite";

/**
 * A Vite plugin that keeps a build from bundling Astro's toolbar for development: the server that
 * only reads content/, which a build starts too, would prepare its browser's modules. It looks for
 * no modules by itself, and so differs from the server of `astro dev`.
 */
export const noPrebundling = (): Plugin => ({
  name: "no-prebundling",
  configResolved({ environments }) {
    for (const { optimizeDeps } of Object.values(environments)) {
      if (optimizeDeps.noDiscovery) optimizeDeps.include = [];
    }
  },
});
