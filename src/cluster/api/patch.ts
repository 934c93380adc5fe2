import { parse } from "yaml";
import { ApiError } from "../objects.ts";

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The key by which a strategic merge patch matches the items of a list, by the list's name. */
const MERGE_KEYS: Record<string, string> = {
  addresses: "type",
  conditions: "type",
  containers: "name",
  env: "name",
  ephemeralContainers: "name",
  hostAliases: "ip",
  imagePullSecrets: "name",
  initContainers: "name",
  ownerReferences: "uid",
  topologySpreadConstraints: "topologyKey",
  volumeDevices: "devicePath",
  volumeMounts: "mountPath",
  volumes: "name",
};

function mergeKey(list: string, items: readonly unknown[]): string | undefined {
  if (list !== "ports") return MERGE_KEYS[list];
  const container = items.some((item) => isFields(item) && "containerPort" in item);
  return container ? "containerPort" : "port";
}

/** Applies a JSON merge patch (RFC 7386). */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  const result: Fields = isFields(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, name);
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

function strategicList(name: string, target: unknown, patch: unknown[], order: unknown): unknown[] {
  const old = Array.isArray(target) ? (target as unknown[]) : [];
  const key = mergeKey(name, [...patch, ...old]);
  if (key === undefined) {
    return name === "finalizers" ? [...new Set([...old, ...patch])] : patch;
  }
  const replaces = patch.some((item) => isFields(item) && item["$patch"] === "replace");
  let result: unknown[] = replaces ? [] : [...old];
  for (const item of patch) {
    if (!isFields(item) || item["$patch"] === "replace") continue;
    const index = result.findIndex((one) => isFields(one) && one[key] === item[key]);
    if (item["$patch"] === "delete") result = result.filter((_one, at) => at !== index);
    else if (index < 0) result.push(strategicPatch({}, item));
    else result[index] = strategicPatch(result[index], item);
  }
  if (!Array.isArray(order)) return result;
  const place = (item: unknown) =>
    order.findIndex((one) => isFields(one) && isFields(item) && one[key] === item[key]);
  return result.sort((left, right) => place(left) - place(right));
}

/** Applies a strategic merge patch: lists of Kubernetes are merged by the key of their items. */
function strategicPatch(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  if (patch["$patch"] === "replace") {
    return Object.fromEntries(Object.entries(patch).filter(([name]) => name !== "$patch"));
  }
  const result: Fields = isFields(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    const directive = /^\$(\w+)(?:\/(\w+))?$/.exec(name);
    if (directive?.[1] === "deleteFromPrimitiveList" && Array.isArray(value)) {
      const list = result[directive[2] ?? ""];
      const kept = Array.isArray(list) ? list.filter((one) => !value.includes(one)) : [];
      result[directive[2] ?? ""] = kept;
    } else if (directive?.[1] === "retainKeys" && Array.isArray(value)) {
      for (const key of Object.keys(result)) {
        if (!value.includes(key)) Reflect.deleteProperty(result, key);
      }
    } else if (directive) continue;
    else if (value === null) Reflect.deleteProperty(result, name);
    else if (Array.isArray(value)) {
      result[name] = strategicList(name, result[name], value, patch[`$setElementOrder/${name}`]);
    } else if (isFields(value)) result[name] = strategicPatch(result[name] ?? {}, value);
    else result[name] = value;
  }
  return result;
}

/** Applies a JSON patch (RFC 6902). */
function jsonPatch(target: unknown, operations: readonly Fields[]): unknown {
  const root: unknown = structuredClone(target);
  for (const { op, path, value } of operations) {
    const steps = String(path)
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = steps.pop() ?? "";
    const parent = steps.reduce<unknown>((node, step) => (node as Fields)[step], root);
    if (Array.isArray(parent)) {
      const index = last === "-" ? parent.length : Number(last);
      const items: unknown[] = parent;
      if (op === "remove") items.splice(index, 1);
      else items.splice(index, op === "replace" ? 1 : 0, value);
    } else if (isFields(parent)) {
      const missing = op !== "add" && !(last in parent);
      const differs = op === "test" && JSON.stringify(parent[last]) !== JSON.stringify(value);
      if (missing || differs) {
        throw new ApiError(422, "Invalid", `the server rejected our request: ${String(path)}`);
      }
      if (op === "remove") Reflect.deleteProperty(parent, last);
      else if (op !== "test") parent[last] = value;
    } else throw new ApiError(422, "Invalid", `no such path: ${String(path)}`);
  }
  return root;
}

/**
 * Applies a patch in one of the forms that the API server takes, except server-side apply.
 * @param target the object to patch; it is not changed
 * @param body the patch as sent
 * @param contentType the form of the patch
 * @returns the patched object
 * @throws ApiError for an unknown form, and a patch that does not fit the object
 */
export function patched<Target>(target: Target, body: string, contentType: string): Target {
  const patch: unknown = parse(body);
  if (contentType.startsWith("application/merge-patch+json")) {
    return mergePatch(target, patch) as Target;
  }
  if (contentType.startsWith("application/strategic-merge-patch+json")) {
    return strategicPatch(structuredClone(target), patch) as Target;
  }
  if (contentType.startsWith("application/json-patch+json")) {
    return jsonPatch(target, patch as Fields[]) as Target;
  }
  throw new ApiError(
    415,
    "UnsupportedMediaType",
    `the body of the request was in an unknown format: ${contentType}`,
  );
}
