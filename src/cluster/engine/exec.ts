import type { Cluster as Engine, ContainerInstance } from "@ngrok/webernetes";
import type { Terminal } from "../images/simulated-image.ts";
import { ApiError, textAt, type ApiObject } from "../objects.ts";

/** Runs programs in containers, on terminals of their own. */
export interface Programs {
  /** Passes the terminal to the process that is being started; undefined for any other process. */
  readonly takeTerminal: () => Terminal | undefined;
  /** Runs a program. @returns its exit status @throws ApiError when the container does not run */
  readonly exec: (
    pod: ApiObject,
    container: string,
    argv: string[],
    terminal: Terminal,
  ) => Promise<number>;
}

/** The containers of a node: the engine keeps them private, and offers exec without stdin only. */
function containersOf({ runtime }: Engine["servers"][number]): Map<string, ContainerInstance> {
  return (runtime as unknown as { containers: Map<string, ContainerInstance> }).containers;
}

async function runningContainer(
  engine: Engine,
  pod: ApiObject,
  container: string,
): Promise<ContainerInstance> {
  const server = engine.servers.find(({ name }) => name === textAt(pod, "spec", "nodeName"));
  const uid = pod.metadata?.uid ?? "";
  const fullName = `${pod.metadata?.name ?? ""}_${pod.metadata?.namespace ?? ""}`;
  const [found] = (await server?.kubelet.findContainer(engine.ctx, fullName, uid, container)) ?? [];
  const instance = found && server && containersOf(server).get(found.id.id);
  if (instance?.status().state === "Running") return instance;
  throw new ApiError(400, "BadRequest", `container not found ("${container}")`);
}

function missingProgram(name: string): ApiError {
  const cause = `exec: "${name}": executable file not found in $PATH: unknown`;
  const runtime = `OCI runtime exec failed: exec failed: unable to start container process: ${cause}`;
  const message = `Internal error occurred: error executing command in container: failed to exec in container: ${runtime}`;
  return new ApiError(500, "InternalError", message);
}

/** Runs programs in the containers of an engine. */
export function programsOf(engine: Engine): Programs {
  let offered: Terminal | undefined;
  const takeTerminal = () => {
    const taken = offered;
    offered = undefined;
    return taken;
  };
  return {
    takeTerminal,
    exec: async (pod, container, argv, terminal) => {
      const instance = await runningContainer(engine, pod, container);
      // The process takes the terminal while it starts, before anything else can run.
      offered = terminal;
      const process = instance.exec(argv);
      takeTerminal();
      const status = await process.wait();
      // A shell reports by itself what it did not find; without one, the runtime does.
      if (status === 127 && process.stderr === "") throw missingProgram(argv[0] ?? "");
      return status;
    },
  };
}
