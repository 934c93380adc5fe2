import { registerHooks } from "node:module";

/**
 * The engine's modules import each other without file endings, as bundlers allow and Node does
 * not. Imported before the engine, this adds the endings.
 */
registerHooks({
  resolve(specifier, context, next) {
    const relative = specifier.startsWith(".") && !/\.(?:js|mjs|cjs|json|ts)$/.test(specifier);
    if (!relative || !context.parentURL?.includes("/webernetes/")) return next(specifier, context);
    try {
      return next(`${specifier}.js`, context);
    } catch {
      return next(`${specifier}/index.js`, context);
    }
  },
});
