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
  /** Passes the terminal to the process that is being started; undefined for any other process. */
  readonly takeTerminal: () => Terminal | undefined;
}

const NOBODY: Terminal = {
  input: (async function* () {
    // Nothing is ever typed.
  })(),
  print: () => undefined,
  complain: () => undefined,
};

/** What a simulated image runs. */
export interface Program {
  command: readonly string[];
  /** The image's own program; undefined when it does not know the command. */
  main?: (ctx: ProcessContext, argv: readonly string[]) => Promise<number | undefined>;
}

/** Copies what the process prints: to the log of its container, or to the client of `kubectl exec`. */
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

/** Programs that the shell here knows; they run without one, too. */
const BUILTINS = ["echo", "hostname", "pwd", "[", "test", "cat"];
/** Programs that the engine's own image knows. */
const PROGRAMS = ["env", "printenv", "false", "true", "sleep", "touch", "rm", "test", "pause"];

/** Runs the lines that are typed, until the input or the shell ends. */
async function runTyped(terminal: Terminal, around: Surroundings): Promise<number> {
  let status = 0;
  for await (const line of terminal.input) {
    const result = await runLine(line, around);
    status = result.status;
    if (result.exited) break;
  }
  return status;
}

/** Runs a command in a container: a shell, a program of the shell, or one of the image. */
async function runCommand(
  [command = "", ...args]: readonly string[],
  around: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const name = command.replace(/^\/bin\/|^\/usr\/bin\//, "");
  if (name === "sh") {
    if (args[0] !== "-c") return runTyped(terminal, around);
    return (await runLine(args[1] ?? "", around)).status;
  }
  if (!BUILTINS.includes(name)) return around.run([name, ...args]);
  const quoted = [name, ...args].map((word) => `'${word.replaceAll("'", `'"'"'`)}'`);
  return (await runLine(quoted.join(" "), around)).status;
}

function surroundings(
  ctx: ProcessContext,
  host: ImageHost,
  run: Surroundings["run"],
): Surroundings {
  return {
    env: ctx.env,
    hostname: ctx.pod.name,
    read: (path) => ctx.fs.read(path) ?? host.mounted(ctx.pod, ctx.container.name, path),
    print: (text) => {
      ctx.writeStdout(text);
    },
    complain: (text) => {
      ctx.writeStderr(text);
    },
    run,
  };
}

/** An image that runs a program, and under `kubectl exec` a small shell. */
export function simulatedImage(
  host: ImageHost,
  name: string,
  version: string,
  program: Program,
): ImageConstructor {
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
      const run = (words: readonly string[]) =>
        PROGRAMS.includes(words[0] ?? "") ? super.exec(ctx, words) : Promise.resolve(127);
      return runCommand(argv, surroundings(ctx, host, run), terminal ?? NOBODY);
    }
  };
}
