/** One line that a container printed. */
export interface LogLine {
  /** When it was printed, milliseconds since 1970 on the cluster's clock. */
  time: number;
  text: string;
}

type Listener = (line: LogLine) => void;

/** What one container instance prints; a restart is a new instance. */
class Instance {
  readonly lines: LogLine[] = [];
  readonly listeners = new Set<Listener>();
  private rest = "";

  write(chunk: string, time: number): void {
    const parts = (this.rest + chunk).split("\n");
    this.rest = parts.pop() ?? "";
    for (const text of parts) {
      const line = { time, text };
      this.lines.push(line);
      for (const listener of this.listeners) listener(line);
    }
  }
}

/** What the containers of the cluster printed: the engine itself keeps no logs. */
export class LogBook {
  private readonly instances = new Map<string, Instance>();

  private instance(pod: string, container: string, attempt: number): Instance {
    const key = `${pod}/${container}/${attempt}`;
    const known = this.instances.get(key) ?? new Instance();
    this.instances.set(key, known);
    return known;
  }

  /**
   * Adds to what a container instance printed.
   * @param pod the Pod's UID
   * @param container the container's name
   * @param attempt how often the container was restarted before
   * @param chunk what it printed
   * @param time when, on the cluster's clock
   */
  write(pod: string, container: string, attempt: number, chunk: string, time: number): void {
    this.instance(pod, container, attempt).write(chunk, time);
  }

  /**
   * Reads what a container instance printed up to now.
   * @param pod the Pod's UID
   * @param container the container's name
   * @param attempt how often the container was restarted before
   * @returns its lines in order, undefined when the instance never started
   */
  read(pod: string, container: string, attempt: number): readonly LogLine[] | undefined {
    return this.instances.get(`${pod}/${container}/${attempt}`)?.lines;
  }

  /**
   * Calls back for each line that a container instance prints from now on.
   * @param pod the Pod's UID
   * @param container the container's name
   * @param attempt how often the container was restarted before
   * @param listener called with each line
   * @returns a function that ends it
   */
  follow(pod: string, container: string, attempt: number, listener: Listener): () => void {
    const { listeners } = this.instance(pod, container, attempt);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
}
