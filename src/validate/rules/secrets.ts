import { entries, entry, get, keyOf, text, valueOf, type MapNode, type Report } from "../tree.ts";

/** The keys that a Secret of a type must have: all of a list. */
const demanded: Readonly<Record<string, readonly string[]>> = {
  "kubernetes.io/dockercfg": [".dockercfg"],
  "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
  "kubernetes.io/ssh-auth": ["ssh-privatekey"],
  "kubernetes.io/tls": ["tls.crt", "tls.key"],
};

const keysOf = (node: MapNode) =>
  ["data", "stringData"].flatMap((field) => entries(get(node, field)).map(({ key }) => key));

/** The text of a key, decoded; undefined when it is missing or no text. */
function decoded(node: MapNode, key: string): string | undefined {
  const plain = text(node, "stringData", key);
  if (plain !== undefined) return plain;
  const encoded = text(node, "data", key);
  try {
    return encoded === undefined ? undefined : atob(encoded.replace(/\s/g, ""));
  } catch {
    // What is not base64 is reported at its field.
    return undefined;
  }
}

function isJsonMap(source: string): boolean {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function checkDockerConfig(node: MapNode, key: string, report: Report): void {
  const source = decoded(node, key);
  const place = get(node, "stringData", key) ?? get(node, "data", key);
  if (place && source !== undefined && !isJsonMap(source)) {
    const hint = "kubectl create secret docker-registry writes it";
    report(valueOf(place), `"${key}" must be JSON such as {"auths":{}}`, hint);
  }
}

/** Checks that a Secret has what its type promises. */
export function checkSecret(node: MapNode, report: Report): void {
  const type = text(node, "type") ?? "";
  const place = entry(node, "type");
  if (!place) return;
  const has = keysOf(node);
  for (const key of demanded[type] ?? []) {
    if (!has.includes(key)) report(keyOf(place), `type ${type} needs the key "${key}"`);
    else if (key.startsWith(".docker")) checkDockerConfig(node, key, report);
  }
  const login = ["username", "password"];
  if (type === "kubernetes.io/basic-auth" && !login.some((key) => has.includes(key))) {
    report(keyOf(place), `type ${type} needs the key "username" or "password"`);
  }
  const account = "kubernetes.io/service-account.name";
  if (
    type === "kubernetes.io/service-account-token" &&
    !get(node, "metadata", "annotations", account)
  ) {
    report(keyOf(place), `type ${type} needs the annotation "${account}"`);
  }
}

/** Checks that no key of a ConfigMap is there twice. */
export function checkConfigMap(node: MapNode, report: Report): void {
  const texts = new Set(entries(get(node, "data")).map(({ key }) => key));
  for (const one of entries(get(node, "binaryData"))) {
    if (texts.has(one.key)) report(keyOf(one), `the key "${one.key}" is in data too`);
  }
}
