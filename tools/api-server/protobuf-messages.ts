import { ApiError } from "../../src/cluster/objects.ts";
import type { Message } from "./protobuf.ts";

/**
 * What a field is: a text, a number, a boolean, a map of texts, a message, or a list of one;
 * `empty` is written by every sender and has no content, `ignored` is the server's to write.
 */
type Type =
  "text" | "number" | "boolean" | "map" | "empty" | "ignored" | `[]${string}` | `@${string}`;

/**
 * Field numbers from the generated.proto of k8s.io/api authentication/v1, authorization/v1,
 * batch/v1 and core/v1 and of k8s.io/apimachinery meta/v1: those that the reviews of
 * `kubectl auth` have, and a Job made from a plain CronJob, no others.
 */
const MESSAGES: Record<string, Record<number, [name: string, type: Type] | undefined>> = {
  SelfSubjectReview: { 1: ["metadata", "@ObjectMeta"], 2: ["status", "ignored"] },
  SelfSubjectAccessReview: {
    1: ["metadata", "@ObjectMeta"],
    2: ["spec", "@SelfSubjectAccessReviewSpec"],
    3: ["status", "ignored"],
  },
  SelfSubjectAccessReviewSpec: {
    1: ["resourceAttributes", "@ResourceAttributes"],
    2: ["nonResourceAttributes", "@NonResourceAttributes"],
  },
  ResourceAttributes: {
    1: ["namespace", "text"],
    2: ["verb", "text"],
    3: ["group", "text"],
    4: ["version", "text"],
    5: ["resource", "text"],
    6: ["subresource", "text"],
    7: ["name", "text"],
  },
  NonResourceAttributes: { 1: ["path", "text"], 2: ["verb", "text"] },
  SelfSubjectRulesReview: {
    1: ["metadata", "@ObjectMeta"],
    2: ["spec", "@SelfSubjectRulesReviewSpec"],
    3: ["status", "ignored"],
  },
  SelfSubjectRulesReviewSpec: { 1: ["namespace", "text"] },
  Job: { 1: ["metadata", "@ObjectMeta"], 2: ["spec", "@JobSpec"], 3: ["status", "ignored"] },
  ObjectMeta: {
    1: ["name", "text"],
    2: ["generateName", "text"],
    3: ["namespace", "text"],
    4: ["selfLink", "empty"],
    5: ["uid", "empty"],
    6: ["resourceVersion", "empty"],
    7: ["generation", "empty"],
    8: ["creationTimestamp", "empty"],
    11: ["labels", "map"],
    12: ["annotations", "map"],
    13: ["ownerReferences", "[]@OwnerReference"],
  },
  OwnerReference: {
    1: ["kind", "text"],
    3: ["name", "text"],
    4: ["uid", "text"],
    5: ["apiVersion", "text"],
    6: ["controller", "boolean"],
    7: ["blockOwnerDeletion", "boolean"],
  },
  JobSpec: {
    1: ["parallelism", "number"],
    2: ["completions", "number"],
    3: ["activeDeadlineSeconds", "number"],
    6: ["template", "@PodTemplateSpec"],
    7: ["backoffLimit", "number"],
    8: ["ttlSecondsAfterFinished", "number"],
  },
  PodTemplateSpec: { 1: ["metadata", "@ObjectMeta"], 2: ["spec", "@PodSpec"] },
  PodSpec: {
    2: ["containers", "[]@Container"],
    3: ["restartPolicy", "text"],
    6: ["dnsPolicy", "empty"],
    8: ["serviceAccountName", "empty"],
    9: ["serviceAccount", "empty"],
    10: ["nodeName", "empty"],
    11: ["hostNetwork", "empty"],
    12: ["hostPID", "empty"],
    13: ["hostIPC", "empty"],
    16: ["hostname", "empty"],
    17: ["subdomain", "empty"],
    19: ["schedulerName", "empty"],
    24: ["priorityClassName", "empty"],
  },
  Container: {
    1: ["name", "text"],
    2: ["image", "text"],
    3: ["command", "[]text"],
    4: ["args", "[]text"],
    5: ["workingDir", "empty"],
    8: ["resources", "empty"],
    13: ["terminationMessagePath", "empty"],
    14: ["imagePullPolicy", "empty"],
    16: ["stdin", "empty"],
    17: ["stdinOnce", "empty"],
    18: ["tty", "empty"],
    20: ["terminationMessagePolicy", "empty"],
  },
};

/** What may be left out: the sender writes these fields when they are empty, too. */
const isEmpty = (value: Buffer | number) =>
  value === 0 || (typeof value !== "number" && value.length === 0);

const bytesOf = (value: Buffer | number) => (typeof value === "number" ? Buffer.alloc(0) : value);

/** Reads the bytes of a message. */
type Read = (bytes: Buffer) => Message;

function valueOf(type: string, value: Buffer | number, read: Read): unknown {
  if (type === "text") return bytesOf(value).toString("utf8");
  if (type === "number") return value;
  if (type === "boolean") return value === 1;
  return decodeMessage(type.slice(1), read(bytesOf(value)), read);
}

/** Whether a message of this name can be decoded. */
export function isKnownMessage(type: string): boolean {
  return Object.hasOwn(MESSAGES, type);
}

/**
 * Decodes a message whose fields are known.
 * @param type its name
 * @param message its fields
 * @throws ApiError for a field that is not known here, so that none is lost
 */
export function decodeMessage(type: string, message: Message, read: Read): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const { field, value } of message) {
    const [name, kind] = MESSAGES[type]?.[field] ?? [];
    if (name === undefined || kind === undefined || (kind === "empty" && !isEmpty(value))) {
      const what = `field ${field} of the protobuf message ${type}`;
      throw new ApiError(415, "UnsupportedMediaType", `the API server does not read ${what}`);
    }
    if (kind === "ignored" || kind === "empty" || (kind === "text" && isEmpty(value))) continue;
    if (kind === "map") {
      const [key, text] = read(bytesOf(value)).map((entry) =>
        bytesOf(entry.value).toString("utf8"),
      );
      result[name] = { ...(result[name] as object | undefined), [key ?? ""]: text ?? "" };
    } else if (kind.startsWith("[]")) {
      const list = (result[name] ?? []) as unknown[];
      result[name] = [...list, valueOf(kind.slice(2), value, read)];
    } else result[name] = valueOf(kind, value, read);
  }
  return result;
}
