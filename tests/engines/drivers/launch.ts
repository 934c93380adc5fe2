import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findEngine, type ENGINES } from "../../../scripts/engines.mjs";
import { bidiSession } from "./bidi.ts";
import { classicSession } from "./classic.ts";
import { freePort, start, temporaryFolder, type Program } from "./program.ts";
import type { Session } from "./session.ts";

/** An engine's name. */
export type Engine = (typeof ENGINES)[number];

/** Programs in the order they were started, and folders: all that has to go at the end. */
class Started {
  readonly folder = temporaryFolder();
  readonly #programs: Program[] = [];

  async start(...args: Parameters<typeof start>): Promise<readonly string[]> {
    const program = await start(...args);
    this.#programs.unshift(program);
    return program.ready;
  }

  readonly end = async (): Promise<void> => {
    for (const program of this.#programs) await program.end();
    this.folder.remove();
  };
}

type Paths = Record<string, string>;

async function chromium({ browser, driver = "" }: Paths, started: Started): Promise<Session> {
  const [, port = ""] = await started.start(
    driver,
    ["--port=0"],
    /started successfully on port (\d+)/,
  );
  const options = {
    binary: browser,
    args: [
      "--headless=new",
      `--user-data-dir=${started.folder.path}`,
      "--disable-background-networking",
      // Chromium refuses to run as root inside its sandbox.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  };
  const capabilities = { browserName: "chrome", "goog:chromeOptions": options };
  return classicSession(`http://127.0.0.1:${port}`, capabilities, started.end);
}

const FIREFOX_SETTINGS = 'user_pref("datareporting.policy.dataSubmissionEnabled", false);\n';

async function firefox({ browser = "" }: Paths, started: Started): Promise<Session> {
  const { path } = started.folder;
  writeFileSync(join(path, "user.js"), FIREFOX_SETTINGS);
  const args = ["--headless", "--no-remote", "--profile", path, "--remote-debugging-port", "0"];
  const [, url = ""] = await started.start(browser, args, /WebDriver BiDi listening on (ws:\S+)/);
  return bidiSession(url, started.end);
}

/** Takes the toolbar of MiniBrowser its width: a window as narrow as a phone has no room for it. */
const NO_TOOLBAR = `* { min-width: 0; margin: 0; border-width: 0; padding: 0; font-size: 1px; }
image { -gtk-icon-transform: scale(0.1); }
`;

async function webkit(
  { browser, driver = "", display = "" }: Paths,
  started: Started,
): Promise<Session> {
  const { path } = started.folder;
  mkdirSync(join(path, "gtk-3.0"));
  writeFileSync(join(path, "gtk-3.0", "gtk.css"), NO_TOOLBAR);
  const screen = ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  const [, number = ""] = await started.start(display, screen, /^(\d+)\n/m);
  const port = await freePort();
  const env = {
    DISPLAY: `:${number}`,
    GDK_BACKEND: "x11",
    XDG_CONFIG_HOME: path,
    XDG_DATA_HOME: path,
    XDG_CACHE_HOME: path,
  };
  await started.start(driver, [`--port=${port}`], undefined, env);
  const options = { binary: browser, args: ["--automation"] };
  const capabilities = { browserName: "MiniBrowser", "webkitgtk:browserOptions": options };
  return classicSession(`http://127.0.0.1:${port}`, capabilities, started.end);
}

const LAUNCH = { chromium, firefox, webkit };

/**
 * Starts a browser with an empty profile and one window.
 * @param engine which
 * @throws Error when the engine is not installed or does not start; nothing is left running then
 */
export async function launch(engine: Engine): Promise<Session> {
  const { paths, missing } = findEngine(engine);
  if (missing) throw new Error(`${engine}: ${missing}`);
  const started = new Started();
  try {
    return await LAUNCH[engine](paths, started);
  } catch (error) {
    await started.end();
    throw error;
  }
}
