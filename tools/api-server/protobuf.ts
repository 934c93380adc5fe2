import { ApiError, type ApiObject } from "../../src/cluster/objects.ts";
import { decodeMessage, isKnownMessage } from "./protobuf-messages.ts";

/** The fields of a protobuf message: the bytes, or the number, of each field in order. */
export type Message = { field: number; value: Buffer | number }[];

function read(bytes: Buffer): Message {
  const fields: Message = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const wire = tag & 7;
    if (wire === 0) fields.push({ field: tag >> 3, value: varint() });
    else if (wire === 2) {
      const length = varint();
      fields.push({ field: tag >> 3, value: bytes.subarray(at, at + length) });
      at += length;
    } else throw new ApiError(400, "BadRequest", `protobuf wire type ${wire} is not known here`);
  }
  return fields;
}

function bytesOf(message: Message, field: number): Buffer[] {
  return message
    .filter((one) => one.field === field)
    .map(({ value }) => (typeof value === "number" ? Buffer.alloc(0) : value));
}

const stringOf = (message: Message, field: number) => bytesOf(message, field)[0]?.toString("utf8");

function mapOf(message: Message, field: number, encoding: BufferEncoding): Record<string, string> {
  const entries = bytesOf(message, field).map((bytes) => {
    const entry = read(bytes);
    return [stringOf(entry, 1) ?? "", bytesOf(entry, 2)[0]?.toString(encoding) ?? ""];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Field numbers from k8s.io/api/core/v1/generated.proto, of the kinds that kubectl posts so. */
const DATA: Record<string, BufferEncoding | undefined> = { ConfigMap: "utf8", Secret: "base64" };

/**
 * Decodes the kinds that kubectl posts as protobuf, no others.
 * @param body the request's body with the `k8s` envelope
 * @returns the object
 * @throws ApiError for another kind
 */
export function decodeProtobuf(body: Buffer): ApiObject {
  const envelope = read(body.subarray(4));
  const type = read(bytesOf(envelope, 1)[0] ?? Buffer.alloc(0));
  const kind = stringOf(type, 2) ?? "";
  const message = read(bytesOf(envelope, 2)[0] ?? Buffer.alloc(0));
  if (kind === "DeleteOptions") {
    const policy = stringOf(message, 4);
    const grace = message.find(({ field }) => field === 1)?.value;
    return {
      ...(policy === undefined ? {} : { propagationPolicy: policy }),
      ...(typeof grace === "number" ? { gracePeriodSeconds: grace } : {}),
    };
  }
  if (isKnownMessage(kind)) {
    return { apiVersion: stringOf(type, 1) ?? "", kind, ...decodeMessage(kind, message, read) };
  }
  const encoding = DATA[kind];
  if (kind !== "Namespace" && encoding === undefined) {
    const message = `the API server does not read protobuf of the kind ${kind}`;
    throw new ApiError(415, "UnsupportedMediaType", message);
  }
  const metadata = read(bytesOf(message, 1)[0] ?? Buffer.alloc(0));
  const name = stringOf(metadata, 1);
  const namespace = stringOf(metadata, 3);
  return {
    apiVersion: "v1",
    kind,
    metadata: { ...(name ? { name } : {}), ...(namespace ? { namespace } : {}) },
    ...(encoding ? { data: mapOf(message, 2, encoding) } : {}),
    ...(kind === "Secret" ? { type: stringOf(message, 3) ?? "Opaque" } : {}),
  };
}
