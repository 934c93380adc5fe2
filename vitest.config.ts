import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/{unit,content,validate,cluster,kubectl,build}/**/*.test.ts"],
    reporters: ["default", "json"],
    outputFile: { json: "test-results/unit.json" },
  },
});
