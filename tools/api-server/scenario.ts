import "./engine-modules.ts";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { ApiObject } from "../../src/cluster/objects.ts";
import type { HttpServer, HttpServerOptions } from "./http.ts";
import { readSchema } from "./schema.ts";
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
  { seed = false, ...options }: HttpServerOptions & { seed?: boolean } = {},
): Promise<HttpServer> {
  // Loaded only now: what these import needs the hook of engine-modules.ts.
  const { startHttpServer } = await import("./http.ts");
  const { startScenario } = await import("../../src/cluster/scenarios/scenarios.ts");
  const start = () => startScenario(name, readManifest);
  const cluster = await (seed ? seeded(start) : start());
  return startHttpServer(cluster, { schema: readSchema(), ...options });
}
