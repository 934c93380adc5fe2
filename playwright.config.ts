import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { SYSTEM } from "./scripts/browser.mjs";
import { ENGINES } from "./scripts/engines.mjs";
import type { EngineOptions } from "./tests/engines/fixtures.ts";
import { PORT } from "./tests/site/support/origin.ts";

// A browser of the system first: Playwright's own cannot be downloaded everywhere.
const executablePath = process.env["CHROMIUM_PATH"] ?? SYSTEM.find((at) => existsSync(at));

const journeyIn = (engine: string) => `journey-${engine}`;

const SPEED = "**/search-speed.spec.ts";

export default defineConfig<object, EngineOptions>({
  testDir: "tests/site",
  // Playwright empties this folder; the reports of the other tests lie beside it.
  outputDir: "test-results/site",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: "CI" in process.env,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "test-results/site.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // A plain http address that the browser does not trust as it trusts 127.0.0.1.
        "--host-resolver-rules=MAP insecure.test 127.0.0.1",
        "--disable-background-networking",
        // Chromium refuses to run as root inside its sandbox.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
  projects: [
    { name: "chromium", testIgnore: SPEED },
    ...ENGINES.map((engine) => ({
      name: journeyIn(engine),
      testDir: "tests/engines",
      use: { engine },
      // One window each, and one step after the other in it.
      fullyParallel: false,
    })),
    // Speeds are measured when nothing else runs.
    {
      name: "speed",
      testMatch: SPEED,
      dependencies: ["chromium", ...ENGINES.map(journeyIn)],
      fullyParallel: false,
    },
  ],
  webServer: {
    command: `node scripts/compress.ts && node scripts/serve.ts --port ${PORT} --strict`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
