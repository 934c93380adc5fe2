import { WebSocket } from "ws";
import type { InputSource, Script, Session } from "./session.ts";

/** Milliseconds that a browser has to answer. */
const PATIENCE = 30_000;

/** What a browser answers with. */
interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
}

/** The commands of a WebDriver BiDi connection. */
class Connection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
    socket.on("close", () => {
      for (const settle of this.#waiting.values()) settle({ error: "the browser is gone" });
    });
  }

  static open(url: string): Promise<Connection> {
    return new Promise((done, fail) => {
      const socket = new WebSocket(url);
      socket.once("error", fail);
      socket.once("open", () => {
        done(new Connection(socket));
      });
    });
  }

  send(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
    const id = (this.#last += 1);
    return new Promise((done, fail) => {
      const settle = ({ result, error, message }: Answer) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        if (result) done(result);
        else fail(new Error(`${method}: ${error ?? ""} ${message ?? ""}`));
      };
      const timer = setTimeout(settle, PATIENCE, { error: `no answer in ${PATIENCE} ms` });
      this.#waiting.set(id, settle);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.#socket.close();
  }
}

/**
 * A session over WebDriver BiDi, which Firefox speaks without a driver.
 * @param url address of the browser's BiDi server
 * @param end ends what was started for it
 */
export async function bidiSession(url: string, end: () => Promise<void>): Promise<Session> {
  const connection = await Connection.open(`${url}/session`);
  await connection.send("session.new", { capabilities: {} });
  // The first window never becomes active without a display: it would get keys, but no focus.
  const window = { type: "window" };
  const { context } = await connection.send("browsingContext.create", window);
  return new BidiSession(connection, context as string, end);
}

class BidiSession implements Session {
  readonly #connection: Connection;
  readonly #context: string;
  readonly #end: () => Promise<void>;

  constructor(connection: Connection, context: string, end: () => Promise<void>) {
    this.#connection = connection;
    this.#context = context;
    this.#end = end;
  }

  #send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    return this.#connection.send(method, { context: this.#context, ...params });
  }

  async open(url: string): Promise<void> {
    await this.#send("browsingContext.navigate", { url, wait: "complete" });
  }

  async reload(): Promise<void> {
    await this.#send("browsingContext.reload", { wait: "complete" });
  }

  async goBack(): Promise<void> {
    await this.#send("browsingContext.traverseHistory", { delta: -1 });
  }

  async goForward(): Promise<void> {
    await this.#send("browsingContext.traverseHistory", { delta: 1 });
  }

  async run<A extends unknown[], R>(script: Script<A, R>, ...args: A): Promise<R> {
    const { result, exceptionDetails } = await this.#connection.send("script.callFunction", {
      functionDeclaration: `async (args) => JSON.stringify([await (${String(script)})(...JSON.parse(args))])`,
      arguments: [{ type: "string", value: JSON.stringify(args) }],
      awaitPromise: true,
      target: { context: this.#context },
    });
    if (exceptionDetails) throw new Error((exceptionDetails as { text: string }).text);
    const [value] = JSON.parse((result as { value: string }).value) as [R];
    return value;
  }

  async perform(actions: InputSource[]): Promise<void> {
    await this.#send("input.performActions", { actions });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#send("browsingContext.setViewport", { viewport: { width, height } });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.#send("browsingContext.captureScreenshot");
    return Buffer.from(data as string, "base64");
  }

  async close(): Promise<void> {
    try {
      await this.#connection.send("browser.close", {});
    } finally {
      this.#connection.close();
      await this.#end();
    }
  }
}
