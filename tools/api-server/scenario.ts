import "./engine-modules.ts";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { ApiObject } from "../../src/cluster/objects.ts";
import type { ApiServer, ServerOptions } from "./http.ts";
import { seeded } from "./seeded.ts";

const folder = new URL("../../content/manifests/", import.meta.url);

function readManifest(file: string): ApiObject {
  return parse(readFileSync(new URL(file, folder), "utf8")) as ApiObject;
}

/**
 * Starts an API server in front of a cluster in one of the named states.
 * @param name the scenario
 * @param options how the server runs; `seed` makes the cluster's random numbers the same each time
 * @throws Error for an unknown name, listing the known ones
 */
export async function serveScenario(
  name: string,
  { seed = false, ...options }: ServerOptions & { seed?: boolean } = {},
): Promise<ApiServer> {
  // Loaded only now: what these import needs the hook of engine-modules.ts.
  const { startApiServer } = await import("./http.ts");
  const { startScenario } = await import("../../src/cluster/scenarios/scenarios.ts");
  const start = () => startScenario(name, readManifest);
  return startApiServer(await (seed ? seeded(start) : start()), options);
}
