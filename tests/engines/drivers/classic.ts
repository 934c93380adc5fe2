import { isDeepStrictEqual } from "node:util";
import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";
import { Command, Name } from "selenium-webdriver/lib/command.js";
import type { InputSource, Script, Session } from "./session.ts";

/** Milliseconds that a page has to become as large as its window. */
const PATIENCE = 8000;

interface Size {
  width: number;
  height: number;
}

/** Runs in the page: calls the script and hands its result, or its error, to the driver. */
const CALL = `
  const done = arguments[arguments.length - 1];
  Promise.resolve()
    .then(() => (SCRIPT)(...arguments[0]))
    .then((value) => done({ value }), (error) => done({ error: String(error) }));
`;

/** Waits until a driver listens. */
async function waitForDriver(server: string): Promise<void> {
  for (let attempts = 100; attempts > 0; attempts -= 1) {
    const response = await fetch(`${server}/status`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`No driver listens at ${server}.`);
}

/**
 * A session over WebDriver, which Chromium and WebKitGTK have.
 * @param server address of the driver
 * @param capabilities of the browser that it starts
 * @param end ends what was started before the driver's session
 */
export async function classicSession(
  server: string,
  capabilities: Record<string, unknown>,
  end: () => Promise<void>,
): Promise<Session> {
  await waitForDriver(server);
  const driver = await new Builder()
    .usingServer(server)
    .withCapabilities(new Capabilities(capabilities))
    .build();
  await driver.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
  return new ClassicSession(driver, end);
}

class ClassicSession implements Session {
  readonly #driver: WebDriver;
  readonly #end: () => Promise<void>;

  constructor(driver: WebDriver, end: () => Promise<void>) {
    this.#driver = driver;
    this.#end = end;
  }

  open(url: string): Promise<void> {
    return this.#driver.get(url);
  }

  reload(): Promise<void> {
    return this.#driver.navigate().refresh();
  }

  goBack(): Promise<void> {
    return this.#driver.navigate().back();
  }

  goForward(): Promise<void> {
    return this.#driver.navigate().forward();
  }

  async run<A extends unknown[], R>(script: Script<A, R>, ...args: A): Promise<R> {
    const text = CALL.replace("SCRIPT", () => String(script));
    const answer = await this.#driver.executeAsyncScript<{ value: R; error?: string }>(text, args);
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  async perform(actions: InputSource[]): Promise<void> {
    await this.#driver.execute(new Command(Name.ACTIONS).setParameter("actions", actions));
  }

  async resize(width: number, height: number): Promise<void> {
    const window = this.#driver.manage().window();
    let page = await this.#pageSize();
    let next = { width, height };
    while (!isDeepStrictEqual(page, { width, height })) {
      const before = await window.getRect();
      await window.setRect(next);
      const resized = before.width !== next.width || before.height !== next.height;
      if (resized) page = await this.#sizeAfter(page);
      // The window has a frame or a toolbar besides the page.
      next = { width: next.width + width - page.width, height: next.height + height - page.height };
    }
  }

  #pageSize(): Promise<Size> {
    return this.run(() => ({ width: innerWidth, height: innerHeight }));
  }

  /** Waits until the page has another size: WebKit's driver answers before the page is resized. */
  async #sizeAfter(before: Size): Promise<Size> {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const size = await this.#pageSize();
      if (!isDeepStrictEqual(size, before)) return size;
    }
    throw new Error(
      `The page is as large as before after ${PATIENCE} ms: ${JSON.stringify(before)}`,
    );
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#driver.takeScreenshot(), "base64");
  }

  async close(): Promise<void> {
    try {
      await this.#driver.quit();
    } finally {
      await this.#end();
    }
  }
}
