import type { RawData, WebSocket } from "ws";
import type { MessageStreams } from "../../src/cluster/api/exec.ts";

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

/** The messages of a WebSocket as web streams; closing the writable one closes the connection. */
export function messageStreams(connection: WebSocket): MessageStreams {
  let open = true;
  const readable = new ReadableStream<Uint8Array>({
    start: (controller) => {
      connection.on("message", (data) => {
        if (open) controller.enqueue(bytesOf(data));
      });
      connection.on("close", () => {
        if (open) controller.close();
        open = false;
      });
      connection.on("error", (error) => {
        if (open) controller.error(error);
        open = false;
      });
    },
    cancel: () => {
      open = false;
    },
  });
  const writable = new WritableStream<Uint8Array>({
    write: (message) =>
      new Promise((resolve, reject) => {
        connection.send(message, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
    close: () => {
      connection.close(1000);
    },
  });
  return { readable, writable };
}
