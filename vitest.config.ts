import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/{unit,content,validate,cluster,kubectl,build}/**/*.test.ts"],
    // Real programs are run, and a busy machine may take longer: what hangs still ends.
    maxConcurrency: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ["default", "json"],
    outputFile: { json: "test-results/unit.json" },
  },
});
