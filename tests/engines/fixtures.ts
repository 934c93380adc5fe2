import { expect, test as base } from "@playwright/test";
import { ALL_REQUIRED, findEngine } from "../../scripts/engines.mjs";
import { launch, type Engine } from "./drivers/launch.ts";
import type { Session } from "./drivers/session.ts";
import { Visitor } from "./visitor.ts";

/** What the projects of playwright.config.ts set. */
export interface EngineOptions {
  /** The engine that the journey goes through. */
  engine: Engine;
}

interface OfWorker extends EngineOptions {
  /** The one window of the engine; undefined where the engine is not installed. */
  session: Session | undefined;
}

/** A step of the journey: starts with an empty store, in a wide window, on no particular page. */
export const step = base.extend<{ visitor: Visitor }, OfWorker>({
  engine: ["chromium", { scope: "worker", option: true }],
  session: [
    async ({ engine }, use) => {
      const { missing } = findEngine(engine);
      if (missing && ALL_REQUIRED in process.env) throw new Error(`${engine}: ${missing}`);
      const session = missing ? undefined : await launch(engine);
      try {
        await use(session);
      } finally {
        await session?.close();
      }
    },
    { scope: "worker", timeout: 60_000 },
  ],
  visitor: async ({ session, engine, baseURL }, use, info) => {
    info.skip(!session, `${engine} is not installed`);
    if (!session) return;
    const visitor = new Visitor(session, baseURL ?? "");
    await session.resize(1280, 900);
    await visitor.open("/");
    await session.run(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await use(visitor);
    if (info.errors.length > 0) {
      const body = await session.screenshot();
      await info.attach("screenshot", { body, contentType: "image/png" });
    }
    expect.soft(await visitor.faults(), "errors in the page").toEqual([]);
  },
});

export { expect };
