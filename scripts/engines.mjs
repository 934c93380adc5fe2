// Runs on the machine's own Node, before anything is installed: no dependency, no TypeScript.
import { existsSync } from "node:fs";
import { SYSTEM } from "./browser.mjs";

const XVFB = ["/usr/bin/Xvfb"];

/**
 * What each engine's journey is driven with: where its programs are, by name, and the Debian
 * packages that bring them.
 * @type {Record<string, { packages: string, programs: Record<string, string[]> }>}
 */
const NEEDED = {
  chromium: {
    packages: "chromium chromium-driver",
    programs: { browser: SYSTEM, driver: ["/usr/bin/chromedriver"] },
  },
  firefox: {
    packages: "firefox-esr",
    programs: { browser: ["/usr/bin/firefox-esr", "/usr/bin/firefox"] },
  },
  webkit: {
    packages: "webkit2gtk-driver xvfb",
    programs: {
      browser: ["x86_64", "aarch64"].map(
        (machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
      ),
      driver: ["/usr/bin/WebKitWebDriver"],
      display: XVFB,
    },
  },
};

/** The engines that the journeys go through. */
export const ENGINES = /** @type {const} */ (["chromium", "firefox", "webkit"]);

/** Set where a missing engine is a failure, as in continuous integration. */
export const ALL_REQUIRED = "ENGINES_REQUIRED";

/**
 * Finds the programs that drive an engine.
 * @param {string} engine one of ENGINES
 * @returns {{ paths: Record<string, string>, missing: string | undefined }} the programs that
 *   exist, by name, and what to do about those that do not; undefined when all do
 */
export function findEngine(engine) {
  const needed = NEEDED[engine];
  if (!needed) return { paths: {}, missing: `no such engine: choose ${ENGINES.join(", ")}` };
  /** @type {Record<string, string>} */
  const paths = {};
  const absent = [];
  for (const [name, places] of Object.entries(needed.programs)) {
    const path = places.find((place) => existsSync(place));
    if (path) paths[name] = path;
    else absent.push(places[0]);
  }
  if (absent.length === 0) return { paths, missing: undefined };
  const remedy = `Debian: apt-get install ${needed.packages}`;
  return { paths, missing: `${absent.join(", ")} not found (${remedy})` };
}
