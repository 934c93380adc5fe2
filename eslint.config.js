import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import astro from "eslint-plugin-astro";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist/", ".astro/", "node_modules/", "test-results/"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: [".astro"],
      },
    },
    rules: {
      // Numbers read well in messages; everything else must be turned into a string knowingly.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    // astro check types these files; the linter's program cannot resolve what they import.
    files: ["**/*.astro", "**/*.astro/*.ts"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ["scripts/*.mjs", "tools/**/*.mjs", "*.mjs", "eslint.config.js"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
  {
    files: ["src/theme/boot.js"],
    languageOptions: { globals: { document: "readonly", localStorage: "readonly" } },
    // Storage may be blocked. Saying so in the file would be bytes on every page.
    rules: { "no-empty": ["error", { allowEmptyCatch: true }] },
  },
);
