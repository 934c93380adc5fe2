import { BaseImage, type ImageConstructor, type ProcessContext } from "@ngrok/webernetes";
import type { LogBook } from "./logs.ts";
import { runLine, type Surroundings } from "./shell.ts";

/** What a program started by `kubectl exec` reads and prints. */
export interface Terminal {
  /** The lines typed, in order; ends when the input does. */
  input: AsyncIterable<string>;
  print(text: string): void;
  complain(text: string): void;
}

/** What the images of one cluster share. */
export interface ImageHost {
  logs: LogBook;
  now(): number;
  /** Reads a file that the kubelet put into a container, undefined when there is none. */
  readonly mounted: (
    pod: { name: string; namespace: string },
    container: string,
    path: string,
  ) => string | undefined;
  /** Hands the terminal to the process that is being started; undefined for any other process. */
  readonly takeTerminal: () => Terminal | undefined;
}

const NOBODY: Terminal = {
  input: (async function* () {
    // Nothing is ever typed.
  })(),
  print: () => undefined,
  complain: () => undefined,
};

function image(host: ImageHost, name: string, version: string, program: Program): ImageConstructor {
  return class SimulatedImage extends BaseImage {
    static readonly imageName = name;
    static readonly imageVersion = version;
    readonly defaultCommand = program.command;

    override async exec(ctx: ProcessContext, argv: readonly string[]): Promise<number> {
      const terminal = host.takeTerminal();
      tee(ctx, host, terminal);
      if (terminal === undefined && program.main) {
        const code = await program.main(ctx, argv);
        if (code !== undefined) return code;
      }
      return this.run(ctx, argv, terminal ?? NOBODY);
    }

    private async run(
      ctx: ProcessContext,
      argv: readonly string[],
      terminal: Terminal,
    ): Promise<number> {
      const [command = "", ...args] = argv;
      const name = command.replace(/^\/bin\/|^\/usr\/bin\//, "");
      const around: Surroundings = {
        env: ctx.env,
        hostname: ctx.pod.name,
        read: (path) => ctx.fs.read(path) ?? host.mounted(ctx.pod, ctx.container.name, path),
        print: (text) => {
          ctx.writeStdout(text);
        },
        complain: (text) => {
          ctx.writeStderr(text);
        },
        run: (words) => this.program(ctx, words),
      };
      if (name !== "sh") {
        const known = ["echo", "hostname", "pwd", "[", "test", "cat"].includes(name);
        if (!known) return this.program(ctx, [name, ...args]);
        const quoted = [name, ...args].map((word) => `'${word.replaceAll("'", `'"'"'`)}'`);
        return (await runLine(quoted.join(" "), around)).status;
      }
      if (args[0] === "-c") return (await runLine(args[1] ?? "", around)).status;
      let status = 0;
      for await (const line of terminal.input) {
        const result = await runLine(line, around);
        status = result.status;
        if (result.exited) break;
      }
      return status;
    }

    /** A program of the image's file system: the engine's own small set. */
    private async program(ctx: ProcessContext, words: readonly string[]): Promise<number> {
      const known = ["env", "printenv", "false", "true", "sleep", "touch", "rm", "test", "pause"];
      if (known.includes(words[0] ?? "")) return super.exec(ctx, words);
      return 127;
    }
  };
}

/** Copies what the process prints: to the log of its container, or to who runs it by exec. */
function tee(ctx: ProcessContext, host: ImageHost, terminal: Terminal | undefined): void {
  const { container, pod } = ctx;
  const log = (chunk: string) => {
    host.logs.write(pod.uid, container.name, container.restartCount, chunk, host.now());
  };
  const stdout = ctx.writeStdout.bind(ctx);
  const stderr = ctx.writeStderr.bind(ctx);
  const started = terminal ?? { print: log, complain: log };
  if (!terminal) log("");
  ctx.writeStdout = (chunk) => {
    stdout(chunk);
    started.print(chunk);
  };
  ctx.writeStderr = (chunk) => {
    stderr(chunk);
    started.complain(chunk);
  };
}

interface Program {
  command: readonly string[];
  /** The image's own program; undefined when it does not know the command. */
  main?: (ctx: ProcessContext, argv: readonly string[]) => Promise<number | undefined>;
}

/** How one release of the guide's API server differs from a good one. */
interface Fault {
  /** A variable that it needs and the guide's manifests do not set. */
  needs?: string;
  /** Statuses, not 200, that it answers with, by path. */
  answers?: Record<string, number>;
}

/** The guide's API server, which needs the variables it names and answers on port 8000. */
function apiServer(version: string, fault: Fault = {}): Program {
  const needs = ["DATABASE_URL", ...(fault.needs === undefined ? [] : [fault.needs])];
  return {
    command: ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"],
    main: async (ctx, argv) => {
      if (argv[0] === "migrate") ctx.writeStdout("no migrations to apply\n");
      if (argv[0] === "migrate" || argv[0] === "cleanup") return 0;
      if (argv[0] !== "uvicorn") return undefined;
      for (const name of needs) {
        if (ctx.env.get(name)) continue;
        ctx.writeStderr(`missing environment variable: ${name}\n`);
        return 1;
      }
      ctx.writeStdout("INFO:     Started server process [1]\n");
      ctx.writeStdout("INFO:     Waiting for application startup.\n");
      ctx.writeStdout("INFO:     Application startup complete.\n");
      ctx.writeStdout("INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)\n");
      ctx.listenHttp(8000, (_request, { method, url }) => {
        const known = new Map([
          ["/healthz", '{"status":"ok"}'],
          ["/livez", '{"status":"ok"}'],
          ["/", `{"service":"api-server","version":"${version}"}`],
        ]);
        const body = known.get(url.pathname);
        const wrong = fault.answers?.[url.pathname];
        if (wrong !== undefined) return Promise.resolve({ status: wrong, body: "" });
        const status = body === undefined ? "404 Not Found" : "200 OK";
        // Probes come every few seconds: they would fill the log.
        if (!["/healthz", "/livez"].includes(url.pathname)) {
          ctx.writeStdout(`INFO:     "${method} ${url.pathname} HTTP/1.1" ${status}\n`);
        }
        return Promise.resolve(
          body === undefined
            ? { status: 404, body: '{"detail":"Not Found"}' }
            : { status: 200, body },
        );
      });
      return ended(await ctx.waitUntilKilled());
    },
  };
}

/** These programs shut down on SIGTERM in good order; only a SIGKILL shows in their exit status. */
const ended = (status: number): number => (status === 143 ? 0 : status);

const logShipper: Program = {
  command: ["log-shipper"],
  main: async (ctx, argv) => {
    if (argv[0] !== "log-shipper") return undefined;
    ctx.writeStdout("shipping logs\n");
    return ended(await ctx.waitUntilKilled());
  },
};

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
    return image(host, name, version, apiServer(version, fault));
  });
  return [
    image(host, "myrepo/api-server", "v1.2.3", apiServer("v1.2.3")),
    image(host, "myrepo/api-server", "v1.2.4", apiServer("v1.2.4")),
    ...faulty,
    image(host, "myrepo/log-shipper", "v1.0.0", logShipper),
    image(host, "busybox", "1.37", { command: ["sh"] }),
  ];
}
