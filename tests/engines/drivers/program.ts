import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Milliseconds that a program has to say that it is ready. */
const START = 20_000;

/** Milliseconds that a program has to end by itself. */
const END = 3000;

/** A program with all that it starts, in a process group of its own. */
export interface Program {
  /** What the program printed when it was ready: the match and its groups. */
  ready: readonly string[];
  /** Ends the program and all that it started. */
  end: () => Promise<void>;
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // The group is gone.
  }
}

/**
 * Starts a program and waits until it says that it is ready.
 * @param ready what it prints then, on either stream; undefined for a program that prints nothing
 * @param env variables added to this process's own
 * @throws Error with what it printed, when it ends or is silent instead
 */
export async function start(
  command: string,
  args: string[],
  ready: RegExp | undefined,
  env: NodeJS.ProcessEnv = {},
): Promise<Program> {
  const child = spawn(command, args, {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const kill = () => {
    signal(child, "SIGKILL");
  };
  process.once("exit", kill);
  const ended = new Promise<void>((done) => {
    child.once("close", () => {
      done();
    });
  });
  const end = async () => {
    signal(child, "SIGTERM");
    const timer = setTimeout(kill, END);
    await ended;
    clearTimeout(timer);
    kill();
    process.off("exit", kill);
  };
  try {
    return { ready: ready ? await printed(child, ready, command) : [], end };
  } catch (error) {
    await end();
    throw error;
  }
}

function printed(child: ChildProcess, ready: RegExp, command: string): Promise<RegExpExecArray> {
  let output = "";
  return new Promise((done, fail) => {
    const give = (why: string) => {
      fail(new Error(`${command} ${why}:\n${output}`));
    };
    const timer = setTimeout(give, START, `was not ready after ${START} ms`);
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-10_000);
      const match = ready.exec(output);
      if (!match) return;
      clearTimeout(timer);
      done(match);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", ({ message }) => {
      clearTimeout(timer);
      give(`could not be started: ${message}`);
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      give(`ended with ${code ?? "a signal"}`);
    });
  });
}

/** A port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        done(port);
      });
    });
  });
}

/** An empty folder for a browser's profile, and its removal. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "engine-"));
  const remove = () => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  return { path, remove };
}
