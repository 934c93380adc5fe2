import type { Program } from "./simulated-image.ts";

/** How one release of the guide's API server differs from a good one. */
export interface Fault {
  /** A variable that it needs and the guide's manifests do not set. */
  needs?: string;
  /** Statuses, not 200, that it answers with, by path. */
  answers?: Record<string, number>;
}

/** These programs shut down cleanly on SIGTERM; only a SIGKILL shows in their exit status. */
const ended = (status: number): number => (status === 143 ? 0 : status);

/** Statuses of the probes, and what the server reports about itself, by path. */
function pages(version: string): Map<string, string> {
  return new Map([
    ["/healthz", '{"status":"ok"}'],
    ["/livez", '{"status":"ok"}'],
    ["/", `{"service":"api-server","version":"${version}"}`],
  ]);
}

/** Answers one HTTP request. */
function answer(
  path: string,
  version: string,
  { answers = {} }: Fault,
): { status: number; body: string } {
  const wrong = answers[path];
  if (wrong !== undefined) return { status: wrong, body: "" };
  const body = pages(version).get(path);
  return body === undefined
    ? { status: 404, body: '{"detail":"Not Found"}' }
    : { status: 200, body };
}

const STARTED = [
  "INFO:     Started server process [1]",
  "INFO:     Waiting for application startup.",
  "INFO:     Application startup complete.",
  "INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)",
];
/** Paths that are not logged: probes come every few seconds, and would fill the log. */
const PROBED = ["/healthz", "/livez"];

/** The guide's API server, which needs the variables it names and answers on port 8000. */
export function apiServer(version: string, fault: Fault = {}): Program {
  const needs = ["DATABASE_URL", ...(fault.needs === undefined ? [] : [fault.needs])];
  return {
    command: ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"],
    main: async (ctx, argv) => {
      if (argv[0] === "migrate") ctx.writeStdout("no migrations to apply\n");
      if (argv[0] === "migrate" || argv[0] === "cleanup") return 0;
      if (argv[0] !== "uvicorn") return undefined;
      const missing = needs.find((name) => !ctx.env.get(name));
      if (missing !== undefined) {
        ctx.writeStderr(`missing environment variable: ${missing}\n`);
        return 1;
      }
      for (const line of STARTED) ctx.writeStdout(`${line}\n`);
      ctx.listenHttp(8000, (_request, { method, url: { pathname } }) => {
        const found = pages(version).has(pathname) ? "200 OK" : "404 Not Found";
        const faulty = fault.answers?.[pathname] !== undefined;
        if (!PROBED.includes(pathname) && !faulty) {
          ctx.writeStdout(`INFO:     "${method} ${pathname} HTTP/1.1" ${found}\n`);
        }
        return Promise.resolve(answer(pathname, version, fault));
      });
      return ended(await ctx.waitUntilKilled());
    },
  };
}

/** A sidecar that ships logs until it is stopped. */
export const logShipper: Program = {
  command: ["log-shipper"],
  main: async (ctx, argv) => {
    if (argv[0] !== "log-shipper") return undefined;
    ctx.writeStdout("shipping logs\n");
    return ended(await ctx.waitUntilKilled());
  },
};
