import type { ImageConstructor } from "@ngrok/webernetes";
import { apiServer, logShipper, type Fault } from "./programs.ts";
import { simulatedImage, type ImageHost } from "./simulated-image.ts";

/** The tag whose program misses a variable that the guide's manifests do not set. */
export const CRASHING_IMAGE = "myrepo/api-server:v1.2.5";

/** A tag that the registry does not have. */
export const MISSING_IMAGE = "myrepo/api-server:v1.2.6";

/** The tag whose program starts, and answers its readiness probe with an error. */
export const UNREADY_IMAGE = "myrepo/api-server:v1.2.7";

/** The tag whose program is ready, and answers its liveness probe with an error. */
export const UNHEALTHY_IMAGE = "myrepo/api-server:v1.2.8";

const FAULTS: Record<string, Fault> = {
  [CRASHING_IMAGE]: { needs: "PAYMENTS_URL" },
  [UNREADY_IMAGE]: { answers: { "/healthz": 503 } },
  [UNHEALTHY_IMAGE]: { answers: { "/livez": 500 } },
};

/**
 * The images of the guide as simulated programs.
 * @param host what the images of the cluster share
 * @returns one class for each image and tag, to be registered with the engine
 */
export function images(host: ImageHost): ImageConstructor[] {
  const faulty = Object.entries(FAULTS).map(([reference, fault]) => {
    const [name = "", version = ""] = reference.split(":");
    return simulatedImage(host, name, version, apiServer(version, fault));
  });
  return [
    simulatedImage(host, "myrepo/api-server", "v1.2.3", apiServer("v1.2.3")),
    simulatedImage(host, "myrepo/api-server", "v1.2.4", apiServer("v1.2.4")),
    ...faulty,
    simulatedImage(host, "myrepo/log-shipper", "v1.0.0", logShipper),
    simulatedImage(host, "busybox", "1.37", { command: ["sh"] }),
  ];
}
