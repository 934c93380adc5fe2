import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** The server's end of a WebSocket that carries binary messages. */
export interface WebSocketConnection {
  send(message: Buffer): void;
  onMessage(listener: (message: Buffer) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };
/** Fixed by RFC 6455, section 1.3. */
const ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const first = 0x80 | opcode;
  if (length < 126) return Buffer.concat([Buffer.from([first, length]), payload]);
  const header = Buffer.alloc(length < 0x1_0000 ? 4 : 10);
  header[0] = first;
  header[1] = length < 0x1_0000 ? 126 : 127;
  if (length < 0x1_0000) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, payload]);
}

/** Takes one frame off the front of what has arrived; undefined when it is not complete. */
function takeFrame(bytes: Buffer) {
  if (bytes.length < 2) return undefined;
  const first = bytes[0] ?? 0;
  const second = bytes[1] ?? 0;
  let length = second & 0x7f;
  let at = 2;
  if (length === 126) {
    if (bytes.length < 4) return undefined;
    length = bytes.readUInt16BE(2);
    at = 4;
  } else if (length === 127) {
    if (bytes.length < 10) return undefined;
    length = Number(bytes.readBigUInt64BE(2));
    at = 10;
  }
  const masked = (second & 0x80) !== 0;
  const mask = masked ? bytes.subarray(at, at + 4) : Buffer.alloc(4);
  if (masked) at += 4;
  if (bytes.length < at + length) return undefined;
  const payload = Buffer.from(bytes.subarray(at, at + length)).map(
    (byte, index) => byte ^ (mask[index % 4] ?? 0),
  );
  return {
    opcode: first & 0x0f,
    final: (first & 0x80) !== 0,
    payload: Buffer.from(payload),
    rest: bytes.subarray(at + length),
  };
}

/**
 * Accepts a WebSocket.
 * @param request the request to upgrade
 * @param socket its connection
 * @param protocol the subprotocol to speak, one of those the client offered
 * @returns the connection
 */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  protocol: string,
): WebSocketConnection {
  const key = request.headers["sec-websocket-key"] ?? "";
  const accept = createHash("sha1")
    .update(key + ACCEPT_SUFFIX)
    .digest("base64");
  socket.write(
    "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n" +
      `sec-websocket-accept: ${accept}\r\nsec-websocket-protocol: ${protocol}\r\n\r\n`,
  );
  const onMessage: ((message: Buffer) => void)[] = [];
  const onClose: (() => void)[] = [];
  let arrived = Buffer.alloc(0);
  let message = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    arrived = Buffer.concat([arrived, chunk]);
    for (let next = takeFrame(arrived); next; next = takeFrame(arrived)) {
      arrived = Buffer.from(next.rest);
      if (next.opcode === OPCODE.ping) socket.write(frame(OPCODE.pong, next.payload));
      else if (next.opcode === OPCODE.close) socket.end(frame(OPCODE.close, next.payload));
      else if (next.opcode <= OPCODE.binary) {
        message = Buffer.concat([message, next.payload]);
        if (!next.final) continue;
        const whole = message;
        message = Buffer.alloc(0);
        for (const listener of onMessage) listener(whole);
      }
    }
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    for (const listener of onClose) listener();
  });
  return {
    send: (bytes) => {
      if (socket.writable) socket.write(frame(OPCODE.binary, bytes));
    },
    onMessage: (listener) => onMessage.push(listener),
    onClose: (listener) => onClose.push(listener),
    close: () => {
      const normal = Buffer.from([0x03, 0xe8]);
      if (socket.writable) socket.end(frame(OPCODE.close, normal));
    },
  };
}
